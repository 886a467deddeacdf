//! Codes and links in other browsers than the one that asked.

use axum::http::StatusCode;
use ticket_pool::{
    domain::typed::Problem,
    server::{
        auth::Secret,
        services::sign_in::{self, Browser, redeem_code},
    },
};

use super::{SPENT, asks, problem, said, tries};
use crate::harness::refusal;

both! {
    /// ASVS 6.6.2.
    async fn a_code_is_worth_nothing_in_another_browser(town: Town) {
        let asha = town.mailed_pair(&town.asha, &Browser::default()).await;
        let bram = town.mailed_pair(&town.bram, &Browser::default()).await;
        let made_up = Browser { binding: Some(Secret::new(&*town.site.chance)), ..Browser::default() };
        for browser in [Browser::default(), made_up] {
            let done = redeem_code(&town.site, &asha.code, &browser).await;
            assert_eq!(problem(done), Problem::AskedElsewhere);
        }
        let done = redeem_code(&town.site, &asha.code, &bram.asker()).await;
        assert_eq!(problem(done), Problem::WrongCode { left: 4 });
        assert_eq!((tries(&town, &town.asha).await, tries(&town, &town.bram).await), (0, 1));
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
        redeem_code(&town.site, &asha.code, &asha.asker()).await.unwrap();
    }

    async fn over_http_another_browser_is_told_to_ask_for_its_own(town: Town) {
        let (_, code) = asks(&mut town.browser(), &town.asha, "/").await;
        let mut other = town.browser();
        let refused = other.post("/api/sign-in/code", &[("code", &code)]).await;
        assert!(refused.location().starts_with("/sign-in/check-mail?draft="), "{refused:?}");
        assert!(refused.cookie("session").is_none());
        let page = other.get(refused.location()).await.text();
        assert!(page.contains("This code only works in the browser where you requested it"), "{page}");
        assert!(page.contains("You haven’t requested a code in this browser in the last 15 minutes."), "{page}");
        let refused = other.post_for_json("/api/sign-in/code", &[("code", &code)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            said(&refused),
            "This code only works in the browser where you requested it, within 15 minutes. Enter your email address to get a \
             new one, or open the link in the email."
        );
    }

    async fn the_button_pressed_elsewhere_leaves_the_code_to_the_browser_that_asked(town: Town) {
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let scanner = town.redeem(&pair.token).await.unwrap();
        let letters = town.post().await;
        let [told] = letters.as_slice() else { panic!("{letters:?}") };
        assert_eq!(told.to_address, "asha@example.org");
        assert_eq!(told.subject, "New sign-in to Ticket Pool from Unknown browser");
        let again = sign_in::redeem(&town.site, &pair.token, "", &pair.asker()).await;
        assert_eq!(refusal(again), SPENT, "the link is used up, here too");
        let asha = redeem_code(&town.site, &pair.code, &pair.asker()).await.unwrap();
        assert_ne!(asha.session.expose(), scanner.session.expose());
        for session in [&asha.session, &scanner.session] {
            assert_eq!(town.holder(session).await.unwrap().name, "Asha");
        }
        let again = redeem_code(&town.site, &pair.code, &pair.asker()).await;
        assert_eq!(problem(again), Problem::WrongCode { left: 3 }, "the code is used up too");
    }
}
