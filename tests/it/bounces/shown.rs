use chrono::TimeDelta;
use ticket_pool::{domain::person::Role, server::services::person};

use super::{SIGNS, bounce, notification, post, signed, text, with_topic};
use crate::{
    harness::{Town, person_form},
    signing_in::token_in,
};

/// Emails to Asha come back.
async fn asha_bounces(town: &Town) {
    let (town, _) = with_topic(town);
    let body = text(&signed(
        notification(&town, &format!("at-{}", town.now().timestamp()), &bounce("asha@example.org")),
        SIGNS,
    ));
    assert_eq!(post(&town, body).await, 204);
}

async fn is_failing(town: &Town) -> bool {
    town.count("users", "name = 'Asha' AND failing_since IS NOT NULL AND failing_why IS NOT NULL").await == 1
}

const BADGE: &str = "Can’t be reached by email";

both! {
    async fn who_cannot_be_reached_stands_where_people_are_told_things(town: Town) {
        let number = town.closed_match().await;
        let mut dana = town.browser_of(&town.dana).await;
        let mut otto = town.browser_of(&town.otto).await;
        let (board, about) = (format!("/events/{number}/allocate"), format!("/admin/people/{}", town.asha.person));
        assert!(!otto.get(&board).await.text().contains(BADGE));
        asha_bounces(&town).await;
        assert_eq!(otto.get(&board).await.text().matches(BADGE).count(), 1);
        let people = dana.get("/admin/people").await.text();
        assert!(people.contains("asha@example.org") && people.matches(BADGE).count() == 1, "{people}");
        let page = dana.get(&about).await.text();
        assert!(page.contains("Emails to this address have been coming back since Sunday, November 22, 2026."), "{page}");
        let said = "We’ll email everyone";
        let sends = town.with_settings(&[("MAIL_ENABLED", "true"), ("SES_SENDER_EMAIL", "tickets@example.org")]);
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let review = sends.browser_of(&town.otto).await.get(&format!("/events/{number}/review")).await.text();
        assert!(review.contains(said) && review.contains("1 of 2 people can’t be reached by email: Asha. Tell them yourself."), "{review}");
        let review = otto.get(&format!("/events/{number}/review")).await.text();
        assert!(!review.contains("can’t be reached"), "where nothing is sent, nothing fails: {review}");
    }

    async fn whoever_signs_in_by_an_email_can_be_reached(town: Town) {
        asha_bounces(&town).await;
        assert!(is_failing(&town).await);
        // Nobody is kept from asking, and the email leaves.
        town.post().await;
        let mut asha = town.browser();
        asha.post("/api/sign-in/ask", &[("email", "asha@example.org")]).await;
        let letters = town.post().await;
        let [letter] = &letters[..] else { panic!("one letter: {letters:?}") };
        assert_eq!(letter.to_address, "asha@example.org");
        assert!(is_failing(&town).await, "asking alone proves nothing");
        let token = token_in(&letter.text);
        assert_eq!(asha.post("/api/sign-in/redeem", &[("token", &token)]).await.location(), "/");
        assert!(!is_failing(&town).await);
    }

    async fn a_link_from_a_command_says_nothing_of_emails(town: Town) {
        asha_bounces(&town).await;
        town.browser_of(&town.asha).await;
        assert!(is_failing(&town).await);
    }

    async fn another_address_is_looked_at_anew(town: Town) {
        asha_bounces(&town).await;
        let mut form = person_form("Asha", Role::Member);
        form.active = "on".into();
        form.version = "0".into();
        form.name = "Asha R.".into();
        person::edit(&town.site, &town.dana, town.asha.person, &form).await.unwrap();
        assert_eq!(town.count("users", "failing_since IS NOT NULL").await, 1, "another name is the same address");
        form.version = "1".into();
        form.email = "asha@example.net".into();
        person::edit(&town.site, &town.dana, town.asha.person, &form).await.unwrap();
        assert_eq!(town.count("users", "failing_since IS NOT NULL OR failing_why IS NOT NULL").await, 0);
    }

    async fn the_first_failure_is_the_one_that_is_shown(town: Town) {
        asha_bounces(&town).await;
        town.wait(TimeDelta::days(3));
        asha_bounces(&town).await;
        let page = town.browser_of(&town.dana).await.get(&format!("/admin/people/{}", town.asha.person)).await.text();
        assert!(page.contains("since Sunday, November 22, 2026"), "{page}");
    }
}
