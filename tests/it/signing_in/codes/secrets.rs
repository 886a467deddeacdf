//! What the database knows of codes: nothing that opens anything (ASVS 6.5.2).

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use ticket_pool::server::{
    chance::{Chance, SystemChance},
    services::sign_in::{self, Browser, redeem_code},
};

use super::{asks, code_in, wrong};
use crate::{harness::DOMAIN, signing_in::browser_at};

/// Every code it draws is 1790 1063. Whoever sends takes from it once, for their name; then each email two times: the code, the
/// token.
#[derive(Debug, Default)]
struct OneCode(AtomicUsize);

impl Chance for OneCode {
    fn bytes(&self) -> [u8; 32] {
        if self.0.fetch_add(1, Ordering::Relaxed).is_multiple_of(2) { SystemChance.bytes() } else { [7; 32] }
    }
}

both! {
    async fn a_dump_holds_no_code_no_token_and_no_key(town: Town) {
        let mut browser = town.browser();
        let (token, code) = asks(&mut browser, &town.asha, "/").await;
        browser.post("/api/sign-in/code", &[("code", &wrong(&code))]).await;
        let tables = [&DOMAIN[..], &["limits", "counters", "form_drafts"]].concat();
        let dump = format!("{:?}", town.snapshot(&tables).await);
        for stored in ["asha@example.org", "sign-in.wrong-code"] {
            assert!(dump.contains(stored), "{stored}");
        }
        assert_eq!(town.count("form_drafts", "form = 'code'").await, 1);
        let key = hex::encode(town.site.settings.secret_key.derived("sign-in code"));
        let typed = code.replace(' ', "");
        let set = "0123456789abcdef0123456789abcdef";
        let secrets: [&str; 6] = [&code, &typed, &token, &browser.cookies["binding"], &key, set];
        for (number, secret) in secrets.into_iter().enumerate() {
            assert!(!dump.contains(secret), "secret {number}");
        }
        let hashes = town.rows("SELECT code_hash FROM sign_in_links WHERE purpose = 'sign-in'").await;
        assert_eq!((hashes.len(), hashes[0]["code_hash"].as_str().unwrap().len()), (1, 97), "salt and hash");
    }

    async fn equal_codes_of_two_people_cannot_be_told_by_their_hashes(town: Town) {
        town.post().await;
        let asha = sign_in::ask(&town.site, "asha@example.org", "/", &browser_at("192.0.2.7")).await.unwrap();
        let bram = sign_in::ask(&town.site, "bram@example.org", "/", &browser_at("192.0.2.8")).await.unwrap();
        let mut one_code = town.clone();
        one_code.site.chance = Arc::new(OneCode::default());
        let letters = one_code.post().await;
        let codes: Vec<_> = letters.iter().map(|letter| code_in(&letter.text)).collect();
        assert_eq!(codes, ["1790 1063", "1790 1063"]);
        let rows = town.rows("SELECT code_hash FROM sign_in_links WHERE purpose = 'sign-in' ORDER BY id").await;
        let hashes = rows.iter().map(|row| row["code_hash"].as_str().unwrap());
        let halves: Vec<_> = hashes.map(|stored| stored.split_once(':').unwrap()).collect();
        let [(salt, hash), (other_salt, other_hash)] = halves[..] else { panic!("{halves:?}") };
        assert_ne!(salt, other_salt);
        assert_ne!(hash, other_hash);
        for (asked, name) in [(asha, "Asha"), (bram, "Bram")] {
            let browser = Browser { binding: Some(asked.binding), ..Browser::default() };
            let session = redeem_code(&town.site, "17901063", &browser).await.unwrap().session;
            assert_eq!(town.holder(&session).await.unwrap().name, name);
        }
    }
}
