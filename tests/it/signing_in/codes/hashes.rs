//! Each try costs the site one hash and no more: it takes 19 MiB, and anyone may try.

use ticket_pool::server::{
    auth::counting_hashes,
    services::{
        person::{ask_address, confirm_address},
        sign_in::{self, Browser, redeem_code},
    },
};

use super::{code_in, wrong};

both! {
    async fn whoever_tries_a_code_has_one_hash_made(town: Town) {
        let one = town.mailed_pair(&town.asha, &Browser::default()).await;
        let two = town.mailed_pair(&town.asha, &one.asker()).await;
        let three = town.mailed_pair(&town.asha, &one.asker()).await;
        let (_, wrong_one) = Box::pin(counting_hashes(redeem_code(&town.site, &wrong(&one.code), &one.asker()))).await;
        let (done, right) = Box::pin(counting_hashes(redeem_code(&town.site, &two.code, &one.asker()))).await;
        assert_eq!((wrong_one, right), (1, 1), "three codes to compare with");
        assert_eq!(town.holder(&done.unwrap().session).await.unwrap().name, "Asha");
        let (done, spent) = Box::pin(counting_hashes(redeem_code(&town.site, &three.code, &one.asker()))).await;
        assert!(done.is_err() && spent == 1);
        let nina = sign_in::ask(&town.site, "nina@example.org", "/", &Browser::default()).await.unwrap();
        let nobody = Browser { binding: Some(nina.binding), ..Browser::default() };
        let (_, unknown) = Box::pin(counting_hashes(redeem_code(&town.site, "1234 5678", &nobody))).await;
        assert_eq!(unknown, 1, "for nobody as well");
    }

    async fn whoever_tries_a_code_with_a_link_has_one_hash_made_and_none_over_the_limit(town: Town) {
        let town = town.with_settings(&[("LOGIN_UNBOUND", "code")]);
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let mut made = Vec::new();
        for _ in 0..6 {
            let typed = wrong(&pair.code);
            made.push(Box::pin(counting_hashes(sign_in::redeem(&town.site, &pair.token, &typed, &Browser::default()))).await.1);
        }
        assert_eq!(made, [1, 1, 1, 1, 1, 0]);
        let (_, bound) = Box::pin(counting_hashes(sign_in::redeem(&town.site, &pair.token, "", &pair.asker()))).await;
        assert_eq!(bound, 0, "the link alone");
    }

    async fn whoever_confirms_an_address_has_one_hash_made(town: Town) {
        town.post().await;
        ask_address(&town.site, &town.asha, "asha@example.net").await.unwrap();
        let (letters, mailed) = Box::pin(counting_hashes(town.post())).await;
        let code = code_in(&letters[0].text);
        let (_, wrong) = Box::pin(counting_hashes(confirm_address(&town.site, &town.asha, &wrong(&code)))).await;
        let (done, right) = Box::pin(counting_hashes(confirm_address(&town.site, &town.asha, &code))).await;
        assert!(done.is_ok());
        assert_eq!((mailed, wrong, right), (1, 1, 1));
    }
}
