//! A link that an admin sends to someone who cannot sign in.

use chrono::TimeDelta;
use ticket_pool::{
    domain::person::Role,
    error::{Obstacle, Refusal},
    server::services::person,
};

use super::token_in;
use crate::harness::{Town, refusal};

const SEND: &str = "form[action='/api/people/send-link'] button";

/// The links that are on their way to Asha.
async fn links(town: &Town) -> Vec<String> {
    let letters = town.post().await.into_iter().filter(|letter| letter.to_address == "asha@example.org");
    letters
        .filter(|letter| letter.subject == "Your sign-in link for Ticket Pool")
        .map(|one| token_in(&one.text))
        .collect()
}

fn by_mail(town: &Town) -> Town {
    let mail = [("MAIL_ENABLED", "true"), ("MAIL_FROM", "tickets@example.org"), ("AWS_REGION", "eu-west-2")];
    town.with_settings(&mail)
}

both! {
    async fn dana_sends_asha_a_link_that_signs_her_in_once(town: Town) {
        town.post().await;
        let town = by_mail(&town);
        let (mut dana, asha) = (town.browser_of(&town.dana).await, town.asha.person.to_string());
        let page = format!("/admin/people/{asha}");
        assert_eq!(dana.get(&page).await.count(SEND), 1);
        assert_eq!(dana.post("/api/people/send-link", &[("person", &asha)]).await.location(), page);
        assert!(dana.get(&page).await.text().contains("Sign-in link on its way."));
        let [token] = &links(&town).await[..] else { panic!("one link") };
        assert_eq!(town.count("audit_log", "action = 'person.send-link'").await, 1);
        town.wait(TimeDelta::days(2));
        let session = town.redeem(token).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().name, "Asha");
        assert_eq!(refusal(town.redeem(token).await), Refusal::NotNow { why: Obstacle::LinkSpent });
    }

    async fn where_email_is_off_the_page_says_what_to_do_instead(town: Town) {
        let page = town.browser_of(&town.dana).await.get(&format!("/admin/people/{}", town.asha.person)).await;
        assert_eq!(page.count(SEND), 0);
        assert!(page.text().contains("ticket-pool login-link asha@example.org"), "{}", page.text());
        let add = town.browser_of(&town.dana).await.get("/admin/people/new").await;
        assert!(!add.text().contains("welcome email"), "nor is one promised to someone new");
        let import = town.browser_of(&town.dana).await.get("/admin/people/import").await;
        assert_eq!(import.count("input[name=welcome]"), 0);
    }

    async fn whoever_is_deactivated_gets_none(town: Town) {
        town.post().await;
        town.change(&town.asha, Role::Member, false).await;
        let town = by_mail(&town);
        let refused = person::send_link(&town.site, &town.dana, town.asha.person).await;
        assert_eq!(refusal(refused), Refusal::NotNow { why: Obstacle::Deactivated });
        let page = town.browser_of(&town.dana).await.get(&format!("/admin/people/{}", town.asha.person)).await;
        assert_eq!((page.count(SEND), links(&town).await.len()), (0, 0));
    }

    async fn a_few_at_a_time_and_one_a_minute(town: Town) {
        town.post().await;
        let town = by_mail(&town);
        for _ in 0..5 {
            person::send_link(&town.site, &town.dana, town.asha.person).await.unwrap();
        }
        assert_eq!(refusal(person::send_link(&town.site, &town.dana, town.asha.person).await), Refusal::TooMany);
        person::send_link(&town.site, &town.dana, town.bram.person).await.unwrap();
        assert_eq!(links(&town).await.len(), 1, "however often it is pressed");
        town.wait(TimeDelta::minutes(5));
        person::send_link(&town.site, &town.dana, town.asha.person).await.unwrap();
    }

    async fn signing_them_out_everywhere_takes_back_a_link_that_waits(town: Town) {
        town.post().await;
        let town = by_mail(&town);
        person::send_link(&town.site, &town.dana, town.asha.person).await.unwrap();
        person::sign_out_everywhere(&town.site, &town.dana, town.asha.person).await.unwrap();
        assert_eq!(links(&town).await, <Vec<String>>::new());
    }
}
