//! Everyone is told of an event, once, when who runs it wants it.

use ticket_pool::{
    domain::person::Role,
    error::{Obstacle, Refusal},
    server::services::{choices, event},
};

use super::{receivers, token_in};
use crate::harness::refusal;

both! {
    async fn whoever_has_not_answered_is_told_of_an_event_once(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.bram, &[2]).await.unwrap();
        let gone = town.newcomer("Gita").await;
        town.change(&gone, Role::Member, false).await;
        choices::set(&town.site, &town.olga, choices::read_choice("new-event", "1").unwrap(), false).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        let page = otto.get(&format!("/events/{number}")).await;
        assert!(page.text().contains("2 people haven’t answered yet"), "{}", page.text());
        assert_eq!(page.count("#share-link[readonly]"), 1);
        let letters = town.invites(number).await;
        assert_eq!(receivers(&letters), ["asha@example.org", "dana@example.org"]);
        let letter = &letters[0];
        assert_eq!(letter.subject, "New event: Rovers v United");
        assert!(letter.text.contains("There are 5 tickets."), "{}", letter.text);
        assert!(letter.text.contains(&format!("/events/{number}/request\n")), "{}", letter.text);
        assert_eq!(token_in(letter).len(), 96);
        let page = otto.get(&format!("/events/{number}")).await;
        assert!(page.text().contains("Everyone was emailed about this event"), "{}", page.text());
        assert_eq!(page.count("form[action='/api/event/invite']"), 0);
        let again = town.invites(number).await;
        assert!(again.is_empty(), "{:?}", receivers(&again));
        assert_eq!(town.count("audit_log", "action = 'event.invite'").await, 1);
    }

    async fn what_leaves_tells_the_event_as_it_is_then_and_only_if_it_is_still_so(town: Town) {
        let number = town.match_day().await;
        town.post().await;
        event::invite(&town.site, &town.otto, number).await.unwrap();
        town.set_tickets(number, 9).await;
        town.ask(number, &town.asha, &[1]).await.unwrap();
        choices::set(&town.site, &town.bram, choices::read_choice("new-event", "").unwrap(), false).await.unwrap();
        let letters = town.post().await;
        assert_eq!(receivers(&letters), ["dana@example.org", "olga@example.org"]);
        assert!(letters.iter().all(|letter| letter.text.contains("There are 9 tickets.")), "{}", letters[0].text);
        let skipped = town.rows("SELECT reason FROM outbox WHERE kind = 'new-event' AND status = 'skipped' ORDER BY reason").await;
        let why: Vec<_> = skipped.iter().map(|row| row["reason"].as_str().unwrap()).collect();
        assert_eq!(why, ["They answered meanwhile.", "They turned these emails off."]);
    }

    async fn nobody_is_told_of_an_event_that_was_closed_meanwhile(town: Town) {
        let number = town.match_day().await;
        town.post().await;
        event::invite(&town.site, &town.otto, number).await.unwrap();
        event::close(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.post().await.len(), 0);
        let other = town.closed_match().await;
        let why = refusal(event::invite(&town.site, &town.otto, other).await);
        assert_eq!(why, Refusal::NotNow { why: Obstacle::RequestsClosed });
    }
}
