//! The way to another address, from the first form to the notice.

use axum::http::StatusCode;
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::services::sign_in,
};

use super::{ask, confirm};
use crate::{
    harness::{DOMAIN, refusal},
    signing_in::{code_in, codes::wrong},
};

both! {
    async fn it_changes_by_the_code_that_came_to_the_new_one(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        town.post().await;
        let asked = ask(&mut asha, " Asha.Rao@Example.NET ").await;
        assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, "/account"));
        let page = asha.get("/account").await;
        let text = page.text();
        assert!(text.contains("Email is off: if no one here has that address yet, a code for it is printed where the program runs."), "{text}");
        assert!(text.contains("Code we sent to asha.rao@example.net"), "{text}");
        assert_eq!((page.count("input#code"), page.count("input#email")), (1, 0));
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org", "asking changes nothing");
        let letters = town.post().await;
        let [letter] = &letters[..] else { panic!("{} letters", letters.len()) };
        assert_eq!((&*letter.to_address, &*letter.to_name), ("asha.rao@example.net", "asha.rao@example.net"));
        let code = code_in(&letter.text);
        assert_eq!(letter.subject, format!("{code} is your Ticket Pool confirmation code"));
        let done = confirm(&mut asha, "asha.rao@example.net", &code).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/account"));
        let page = asha.get("/account").await;
        let text = page.text();
        assert!(text.contains("Email address changed.") && text.contains("We email you at asha.rao@example.net."));
        assert_eq!((page.count("input#code"), page.count("input#email")), (0, 1));
        let row = &town.rows(&format!("SELECT email, version FROM users WHERE id = {}", town.asha.person)).await[0];
        assert_eq!((row["email"].as_str(), row["version"].as_i64()), (Some("asha.rao@example.net"), Some(1)));
        let own = format!("action = 'person.address' AND actor_id = {0} AND user_id = {0}", town.asha.person);
        assert_eq!((town.count("audit_log", &own).await, town.count("address_changes", "1 = 1").await), (1, 0));
    }

    async fn the_old_address_is_told_and_the_new_one_only_hinted_at(town: Town) {
        let code = town.asks_for_address(&town.asha, "asha.rao@example.net").await.unwrap();
        let mut asha = town.browser_of(&town.asha).await;
        confirm(&mut asha, "asha.rao@example.net", &code).await;
        let letters = town.post().await;
        let [letter] = &letters[..] else { panic!("{} letters", letters.len()) };
        assert_eq!((&*letter.to_address, &*letter.to_name), ("asha@example.org", "Asha"));
        assert_eq!(letter.subject, "Your Ticket Pool email address was changed");
        for body in [&letter.text, &letter.html] {
            assert!(body.contains("was changed to a…@example.net on Sunday, November 22, 2026, 12:00 PM UTC."), "{body}");
            assert!(body.contains("If not, undo the change") && !body.contains("asha.rao"), "{body}");
        }
        assert_eq!(town.post().await.len(), 0, "once");
    }

    async fn with_the_new_address_asha_signs_in_and_with_the_old_one_nobody(town: Town) {
        let code = town.asks_for_address(&town.asha, "asha.rao@example.net").await.unwrap();
        confirm(&mut town.browser_of(&town.asha).await, "", &code).await;
        town.post().await;
        for address in ["asha@example.org", "asha.rao@example.net"] {
            sign_in::ask(&town.site, address, "/", &sign_in::Browser::default()).await.unwrap();
        }
        let letters = town.post().await;
        let to: Vec<_> = letters.iter().map(|letter| &*letter.to_address).collect();
        assert_eq!(to, ["asha.rao@example.net"]);
    }

    /// Whoever holds an email to the old address gets nowhere with it.
    async fn links_and_codes_that_went_to_the_old_address_are_void(town: Town) {
        let pair = town.mailed_pair(&town.asha, &sign_in::Browser::default()).await;
        let code = town.asks_for_address(&town.asha, "asha.rao@example.net").await.unwrap();
        let mut asha = town.browser_of(&town.asha).await;
        sign_in::ask(&town.site, "asha@example.org", "/", &sign_in::Browser::default()).await.unwrap();
        assert_eq!(confirm(&mut asha, "", &code).await.location(), "/account");
        let spent = Refusal::NotNow { why: Obstacle::LinkSpent };
        assert_eq!(refusal(town.redeem(&pair.token).await), spent);
        refusal(sign_in::redeem_code(&town.site, &pair.code, &pair.asker()).await);
        assert_eq!(town.skipped("sign-in").await, ["All ways in were ended."]);
        assert_eq!(asha.get("/account").await.status, StatusCode::OK, "signed in she stays");
    }

    async fn no_code_lies_in_the_database(town: Town) {
        let code = town.asks_for_address(&town.asha, "asha.rao@example.net").await.unwrap();
        let dump = format!("{:?}", town.snapshot(&[&DOMAIN[..], &["form_drafts", "limits"]].concat()).await);
        assert!(dump.contains("asha.rao@example.net"));
        assert!(!dump.contains(&code) && !dump.contains(&code.replace(' ', "")));
        let row = &town.rows("SELECT code_hash FROM address_changes").await[0];
        assert_eq!(row["code_hash"].as_str().unwrap().len(), 97);
        let mut asha = town.browser_of(&town.asha).await;
        let page = confirm(&mut asha, "", &wrong(&code)).await.location().to_owned();
        assert!(!asha.get(&page).await.body.contains(&wrong(&code)), "nor is a wrong one shown again");
    }
}
