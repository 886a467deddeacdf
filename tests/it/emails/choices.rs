//! The switches: on the account page, and behind the link at the foot of an email.

use axum::http::StatusCode;
use ticket_pool::{
    domain::{event::EventForm, message::Topic},
    server::services::event,
};

use super::{receivers, token_in};
use crate::harness::event_form;

both! {
    async fn someone_turns_a_kind_of_email_off_and_on_again(town: Town) {
        let number = town.match_day().await;
        let mut asha = town.browser_of(&town.asha).await;
        assert_eq!(asha.get("/account").await.count("section[aria-labelledby=emails] > ul.devices form"), 5);
        let off = asha.post("/api/account/emails", &[("kind", "new-event"), ("season", ""), ("on", "")]).await;
        assert_eq!((off.status, off.location()), (StatusCode::SEE_OTHER, "/account#emails"));
        assert_eq!(town.turned_off().await, 1);
        assert!(!receivers(&town.invites(number).await).contains(&"asha@example.org"));
        // Twice is once.
        asha.post("/api/account/emails", &[("kind", "new-event"), ("season", ""), ("on", "")]).await;
        assert_eq!(town.turned_off().await, 1);
        asha.post("/api/account/emails", &[("kind", "new-event"), ("season", ""), ("on", "on")]).await;
        assert_eq!(town.turned_off().await, 0);
        let next = event::create(&town.site, &town.otto, &event_form("Rovers v City")).await.unwrap();
        assert!(receivers(&town.invites(next).await).contains(&"asha@example.org"));
    }

    async fn what_is_off_in_one_season_comes_for_events_in_none(town: Town) {
        let in_season = event::create(&town.site, &town.otto, &event_form("Rovers v City")).await.unwrap();
        let none = EventForm { season: "none".into(), ..event_form("Otto’s walk") };
        let in_none = event::create(&town.site, &town.otto, &none).await.unwrap();
        let mut asha = town.browser_of(&town.asha).await;
        asha.post("/api/account/emails", &[("kind", "new-event"), ("season", "1"), ("on", "")]).await;
        assert_eq!((town.event(in_season).await.season().is_some(), town.event(in_none).await.season()), (true, None));
        assert!(!receivers(&town.invites(in_season).await).contains(&"asha@example.org"));
        assert!(receivers(&town.invites(in_none).await).contains(&"asha@example.org"));
    }

    async fn whoever_is_not_signed_in_chooses_by_the_link_of_an_email(town: Town) {
        let letters = town.invites(town.match_day().await).await;
        let letter = letters.iter().find(|letter| letter.to_address == "asha@example.org").unwrap();
        let (token, mut phone) = (token_in(letter), town.browser());
        let page = phone.get(&format!("/emails/{token}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("Stop getting these emails?") && !page.body.contains("asha@"), "{}", page.text());
        let fields = |on: &'static str| [("token", token.clone()), ("kind", "new-event".into()), ("season", String::new()), ("on", on.into())];
        let fields = |on| fields(on).map(|(name, value): (&str, String)| (name, value));
        let (off, on) = (fields(""), fields("on"));
        let sent = |all: &[(&'static str, String); 4]| all.iter().map(|(name, value)| (*name, value.clone())).collect::<Vec<_>>();
        for (form, says, stands) in [(&off, "These emails are turned off", 1), (&on, "Stop getting these emails?", 0)] {
            let form = sent(form);
            let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let done = phone.post("/api/emails/choose", &form).await;
            assert_eq!(done.location(), format!("/emails/{token}"));
            assert!(phone.get(done.location()).await.text().contains(says));
            assert_eq!(town.turned_off().await, stands);
        }
    }

    async fn a_link_behind_which_nobody_stands_says_so_kindly(town: Town) {
        let gone = town.newcomer("Gita").await;
        let token = town.off_link_of(&gone, Topic::NewEvent).await;
        let altered = format!("{}{}", if token.starts_with('A') { "B" } else { "A" }, &token[1..]);
        town.force(&format!("DELETE FROM outbox WHERE user_id = {0}", gone.person)).await.unwrap();
        town.force(&format!("UPDATE users SET public_id = 'another' WHERE id = {}", gone.person)).await.unwrap();
        for token in [token.as_str(), altered.as_str(), "x", "spent", &"A".repeat(96)] {
            let page = town.browser().get(&format!("/emails/{token}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text().contains("This link doesn’t work"), "{token}: {}", page.text());
        }
    }
}
