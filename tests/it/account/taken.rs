//! Nobody learns from a change of address who has an account (ASVS 6.3.8).

use ticket_pool::domain::person::Role;

use super::{ask, at, confirm};
use crate::{
    harness::{Answer, Browser, Town},
    signing_in::codes::alike::plainly,
};

/// What a browser gets step by step, each with the number of statements that it took.
struct Steps {
    town: Town,
    address: &'static str,
    before: u64,
    got: Vec<(String, u64)>,
}

impl Steps {
    fn keep(&mut self, answer: &Answer) {
        let sent = self.town.site.db.statements() - self.before;
        self.got.push((plainly(answer, self.address), sent));
        self.go_on();
    }

    fn go_on(&mut self) {
        self.before = self.town.site.db.statements();
    }
}

/// Everything a browser gets that asks for an address and enters wrong codes until there is no try left.
async fn everything(browser: &mut Browser, address: &'static str) -> Vec<(String, u64)> {
    let mut steps = Steps { town: browser.town.clone(), address, before: 0, got: Vec::new() };
    steps.go_on();
    steps.keep(&ask(browser, address).await);
    steps.town.post().await;
    steps.go_on();
    steps.keep(&browser.get("/account").await);
    steps.keep(&browser.get("/account").await);
    for _ in 0..6 {
        let refused = confirm(browser, address, "1234 5678").await;
        steps.keep(&refused);
        steps.keep(&browser.get(refused.location()).await);
    }
    for step in ["confirm", "ask", "cancel"] {
        let form = [("email", address), ("code", "1234 5678")];
        steps.keep(&browser.post_for_json(&at(step), &form).await);
    }
    steps.got
}

both! {
    async fn an_address_that_someone_has_is_asked_for_like_any_other(town: Town) {
        let gone = town.newcomer("Gone").await;
        town.change(&gone, Role::Member, false).await;
        let mut asha = town.browser_of(&town.asha).await;
        // What the first visit of a browser sets up is set up.
        ask(&mut asha, "asha@example.net").await;
        let mut all = Vec::new();
        // As long as one another, or the lengths of the answers would differ.
        for address in ["nina@example.org", "bram@example.org", "gone@example.org"] {
            town.wait(chrono::TimeDelta::hours(2));
            asha.post("/api/sign-out", &[]).await;
            asha = town.browser_of(&town.asha).await;
            asha.get("/account").await;
            all.push(everything(&mut asha, address).await);
        }
        let [free, taken, gone] = &all[..] else { unreachable!() };
        for (step, free) in free.iter().enumerate() {
            assert_eq!(&taken[step], free, "step {step}");
            assert_eq!(&gone[step], free, "step {step}");
        }
        assert!(free[1].0.contains("Code we sent to somebody"), "{}", free[1].0);
        assert!(free[4].0.contains("4 tries left.") && free[14].0.contains("That code has expired. Request a new one"));
        assert!(free.iter().all(|(_, sent)| *sent > 0));
    }

    async fn to_an_address_that_someone_has_no_mail_goes(town: Town) {
        town.post().await;
        for taken in ["bram@example.org", "dana@example.org"] {
            assert_eq!(town.asks_for_address(&town.asha, taken).await, None);
        }
        assert_eq!(town.skipped("address-code").await, ["Someone here has this address."; 2]);
        assert_eq!(town.asks_for_address(&town.asha, "nina@example.org").await.map(|code| code.len()), Some(9));
    }

    /// Whether the email left would tell. It does not stand in what Asha can download.
    async fn what_asha_downloads_does_not_tell_either(town: Town) {
        town.asks_for_address(&town.asha, "bram@example.org").await;
        let file = town.browser_of(&town.asha).await.get("/account/data.json").await;
        assert!(file.body.contains("bram@example.org"), "that she asked for it does");
        assert!(!file.body.contains("address-code") && !file.body.contains("skipped"), "{}", file.body);
    }
}
