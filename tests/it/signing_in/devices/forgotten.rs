//! Signed out everywhere, Asha is known nowhere anymore.

use ticket_pool::server::services::{
    person::{self, Which},
    sign_in::{self, Browser},
};

use super::signs_in;
use crate::{
    harness::{self, Town},
    signing_in::browser_at,
};

/// Asha's lost phone: she signed in there, and whoever found it is signed out.
async fn lost_phone(town: &Town) -> harness::Browser {
    let mut phone = town.browser_at("192.0.2.7");
    signs_in(&mut phone, &town.asha).await;
    phone.cookies.remove("session");
    phone
}

/// Whether limits go easy on this browser: the eleventh asking for Asha brings a mail.
async fn is_known(town: &Town, phone: &harness::Browser) -> bool {
    town.wait(chrono::TimeDelta::hours(2));
    for number in 0..11 {
        sign_in::ask(&town.site, "asha@example.org", "/", &browser_at(&format!("203.0.113.{number}"))).await.unwrap();
    }
    town.post().await;
    phone.clone().post("/api/sign-in/ask", &[("email", "asha@example.org")]).await;
    !town.post().await.is_empty()
}

both! {
    async fn whoever_found_the_phone_is_no_known_browser_once_asha_signs_out_everywhere(town: Town) {
        let phone = lost_phone(&town).await;
        assert!(is_known(&town, &phone).await);
        person::sign_out_devices(&town.site, &town.asha, Which::All).await.unwrap();
        assert!(!is_known(&town, &phone).await);
        assert_eq!(town.count("sign_in_attempts", "known = (1 = 1)").await, 1);
    }

    async fn of_a_sign_in_there_she_is_told_again(town: Town) {
        let mut phone = lost_phone(&town).await;
        person::sign_out_everywhere(&town.site, &town.dana, town.asha.person).await.unwrap();
        signs_in(&mut town.browser(), &town.asha).await;
        signs_in(&mut phone, &town.asha).await;
        let told: Vec<_> = town.post().await.into_iter().map(|letter| letter.subject).collect();
        assert_eq!(told, ["New sign-in to Ticket Pool from Firefox on Linux"]);
    }

    async fn where_she_signs_in_afterwards_she_is_known_anew(town: Town) {
        person::sign_out_devices(&town.site, &town.asha, Which::All).await.unwrap();
        let phone = lost_phone(&town).await;
        assert!(is_known(&town, &phone).await);
        person::sign_out_devices(&town.site, &town.bram, Which::All).await.unwrap();
        assert!(is_known(&town, &phone).await, "Bram is somebody else");
        let pair = town.mailed_pair(&town.bram, &Browser::default()).await;
        sign_in::redeem(&town.site, &pair.token, "", &pair.asker()).await.unwrap();
    }
}
