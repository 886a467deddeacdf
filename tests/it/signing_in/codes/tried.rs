//! How often a code can be tried, and what counts as a try.

use ticket_pool::{
    domain::{person::Role, typed::Problem},
    server::services::sign_in::{self, Browser, redeem_code},
};

use super::{asks, problem, tries, wrong};

both! {
    /// ASVS 6.6.3.
    async fn a_sixth_try_is_refused_even_with_the_right_code(town: Town) {
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let mut told = Vec::new();
        for _ in 0..5 {
            told.push(problem(redeem_code(&town.site, &wrong(&pair.code), &pair.asker()).await));
        }
        let left = |left| Problem::WrongCode { left };
        assert_eq!(told, [left(4), left(3), left(2), left(1), Problem::NoMoreTries]);
        assert_eq!(problem(redeem_code(&town.site, &pair.code, &pair.asker()).await), Problem::NoMoreTries);
        assert_eq!(tries(&town, &town.asha).await, 5);
        assert_eq!(town.count("audit_log", "action = 'sign-in.wrong-code'").await, 5);
        sign_in::redeem(&town.site, &pair.token, "", &pair.asker()).await.unwrap();
    }

    async fn the_fifth_try_is_as_good_as_the_first(town: Town) {
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        for _ in 0..4 {
            problem(redeem_code(&town.site, &wrong(&pair.code), &pair.asker()).await);
        }
        let session = redeem_code(&town.site, &pair.code, &pair.asker()).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().name, "Asha");
    }

    async fn what_is_no_code_uses_up_no_try_and_is_kept_nowhere(town: Town) {
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let long = "7".repeat(50);
        for typed in ["1234567", " 123 456 789 ", "1234_5678", "1234 567O", "١٢٣٤٥٦٧٨", &long] {
            let done = redeem_code(&town.site, typed, &pair.asker()).await;
            assert_eq!(problem(done), Problem::NotACode, "{typed}");
        }
        assert_eq!(tries(&town, &town.asha).await, 0);
        assert_eq!(town.count("audit_log", "action = 'sign-in.wrong-code'").await, 0);
        assert!(!format!("{:?}", town.snapshot(&["form_drafts"]).await).contains("1234"));
    }

    async fn over_http_the_page_says_what_was_seen_and_what_is_left(town: Town) {
        let mut browser = town.browser();
        let (_, code) = asks(&mut browser, &town.asha, "/").await;
        let wrong = wrong(&code);
        for (typed, says) in [
            ("1234567", "Enter the 8-digit code from your email, like 1234 5678."),
            (wrong.as_str(), "That code isn’t right or has expired. 4 tries left."),
        ] {
            let refused = browser.post("/api/sign-in/code", &[("code", typed)]).await;
            assert!(refused.location().starts_with("/sign-in/check-mail?draft="), "{refused:?}");
            let page = browser.get(refused.location()).await;
            assert!(page.text().contains(says), "{says}");
            assert_eq!(page.count("input#code[aria-invalid='true']"), 1);
            assert_eq!(page.count(&format!("input[value='{typed}']")), 0, "it is not shown again");
        }
    }

    async fn someone_deactivated_is_refused_as_if_the_code_were_wrong(town: Town) {
        let asha = town.mailed_pair(&town.asha, &Browser::default()).await;
        let bram = town.mailed_pair(&town.bram, &Browser::default()).await;
        town.change(&town.asha, Role::Member, false).await;
        let right = problem(redeem_code(&town.site, &asha.code, &asha.asker()).await);
        let guessed = problem(redeem_code(&town.site, &wrong(&bram.code), &bram.asker()).await);
        assert_eq!([right, guessed], [Problem::WrongCode { left: 4 }, Problem::WrongCode { left: 4 }]);
        town.change(&town.asha, Role::Member, true).await;
        let again = redeem_code(&town.site, &asha.code, &asha.asker()).await;
        assert_eq!(problem(again), Problem::WrongCode { left: 3 }, "it stays void");
    }
}
