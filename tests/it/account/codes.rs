//! The code of a new address: how long it counts, how often it may be tried, how often asked for.

use chrono::TimeDelta;
use ticket_pool::{
    domain::typed::Problem,
    error::{Obstacle, Refusal},
    server::services::person::{ask_address, confirm_address},
};

use super::{ask, confirm};
use crate::{
    harness::{DOMAIN, refusal},
    signing_in::codes::{problem, wrong},
};

const NEW: &str = "asha@example.net";
const NOT_ASKED: Refusal = Refusal::NotNow { why: Obstacle::AddressNotAsked };

both! {
    async fn five_wrong_codes_end_it(town: Town) {
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        for left in [4, 3, 2, 1] {
            let tried = confirm_address(&town.site, &town.asha, &wrong(&code)).await;
            assert_eq!(problem(tried), Problem::WrongCode { left });
        }
        assert_eq!(refusal(confirm_address(&town.site, &town.asha, &wrong(&code)).await), NOT_ASKED);
        assert_eq!(refusal(confirm_address(&town.site, &town.asha, &code).await), NOT_ASKED, "also with the right one");
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org");
        let page = town.browser_of(&town.asha).await.get("/account").await;
        assert_eq!((page.count("input#code"), page.count("input#email")), (0, 1), "the page asks anew");
    }

    async fn the_fifth_try_may_be_the_right_one(town: Town) {
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        for _ in 0..4 {
            refusal(confirm_address(&town.site, &town.asha, &wrong(&code)).await);
        }
        confirm_address(&town.site, &town.asha, &code.replace(' ', "-")).await.unwrap();
        assert_eq!(town.address_of(&town.asha).await, NEW);
        assert_eq!(refusal(confirm_address(&town.site, &town.asha, &code).await), NOT_ASKED, "once");
    }

    async fn a_wrong_code_says_how_many_tries_are_left_and_keeps_the_page(town: Town) {
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        let mut asha = town.browser_of(&town.asha).await;
        let refused = confirm(&mut asha, NEW, &wrong(&code)).await;
        assert!(refused.location().starts_with("/account?draft="), "{refused:?}");
        let page = asha.get(refused.location()).await;
        assert!(page.text().contains("That code isn’t right or has expired. 4 tries left."));
        assert!(page.text().contains("Code we sent to asha@example.net"));
        assert_eq!(page.count("input#code[aria-invalid=true]"), 1);
    }

    async fn it_counts_for_ten_minutes_from_sending(town: Town) {
        let (asha, bram) =
            (town.asks_for_address(&town.asha, NEW).await.unwrap(), town.asks_for_address(&town.bram, "b@example.net").await.unwrap());
        town.wait(TimeDelta::minutes(10) - TimeDelta::milliseconds(1));
        confirm_address(&town.site, &town.bram, &bram).await.unwrap();
        town.wait(TimeDelta::milliseconds(1));
        let late = confirm_address(&town.site, &town.asha, &asha).await;
        assert_eq!(problem(late), Problem::WrongCode { left: 4 });
        town.wait(TimeDelta::minutes(10));
        assert_eq!(refusal(confirm_address(&town.site, &town.asha, &asha).await), NOT_ASKED);
        assert_eq!(town.address_of(&town.asha).await, "asha@example.org");
    }

    /// Half of the time in which it counts must be left, or the code would not live as long as its mail says.
    async fn a_mail_that_could_leave_only_later_does_not_leave(town: Town) {
        town.post().await;
        ask_address(&town.site, &town.asha, NEW).await.unwrap();
        ask_address(&town.site, &town.bram, "b@example.net").await.unwrap();
        town.wait(TimeDelta::minutes(10));
        assert_eq!(town.post().await.len(), 2);
        ask_address(&town.site, &town.asha, NEW).await.unwrap();
        town.wait(TimeDelta::minutes(10) + TimeDelta::milliseconds(1));
        assert_eq!(town.post().await.len(), 0);
        assert_eq!(town.skipped("address-code").await, ["It was canceled, asked for again, or is too long ago."]);
    }

    async fn asked_twice_the_latest_code_counts(town: Town) {
        let first = town.asks_for_address(&town.asha, "first@example.net").await.unwrap();
        let second = town.asks_for_address(&town.asha, NEW).await.unwrap();
        assert_eq!(problem(confirm_address(&town.site, &town.asha, &first).await), Problem::WrongCode { left: 4 });
        let third = town.asks_for_address(&town.asha, NEW).await.unwrap();
        assert_eq!(problem(confirm_address(&town.site, &town.asha, &second).await), Problem::WrongCode { left: 4 });
        confirm_address(&town.site, &town.asha, &third).await.unwrap();
        assert_eq!(town.address_of(&town.asha).await, NEW);
    }

    async fn asked_twice_before_a_mail_left_only_the_latest_leaves(town: Town) {
        town.post().await;
        ask_address(&town.site, &town.asha, "first@example.net").await.unwrap();
        ask_address(&town.site, &town.asha, NEW).await.unwrap();
        let letters = town.post().await;
        assert_eq!(letters.iter().map(|letter| &*letter.to_address).collect::<Vec<_>>(), [NEW]);
    }

    async fn a_code_is_worth_nothing_to_someone_else(town: Town) {
        let asha = town.asks_for_address(&town.asha, NEW).await.unwrap();
        town.asks_for_address(&town.bram, "b@example.net").await.unwrap();
        assert_eq!(problem(confirm_address(&town.site, &town.bram, &asha).await), Problem::WrongCode { left: 4 });
        assert_eq!(refusal(confirm_address(&town.site, &town.otto, &asha).await), NOT_ASKED);
        confirm_address(&town.site, &town.asha, &asha).await.unwrap();
        assert_eq!(town.address_of(&town.bram).await, "bram@example.org");
    }

    async fn one_person_asks_five_times_at_once_then_once_in_twelve_minutes(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        for number in 1..=5 {
            assert_eq!(ask(&mut asha, &format!("asha{number}@example.net")).await.location(), "/account", "{number}");
        }
        let before = town.snapshot(&DOMAIN).await;
        let refused = ask(&mut asha, "asha6@example.net").await;
        let page = asha.get(refused.location()).await.text();
        assert!(page.contains("You’ve requested this 5 times. Wait 12 minutes and try again."), "{page}");
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        assert_eq!(ask(&mut town.browser_of(&town.bram).await, "b@example.net").await.location(), "/account");
        let mut phone = town.browser_of(&town.asha).await;
        assert_ne!(ask(&mut phone, NEW).await.location(), "/account", "the limit is the person's, not the session's");
        town.wait(TimeDelta::minutes(12));
        assert_eq!(ask(&mut asha, NEW).await.location(), "/account");
        assert_ne!(ask(&mut asha, NEW).await.location(), "/account");
    }
}
