//! Every way in asks for the same: someone active, and a secret that was sent to them.

use ticket_pool::{
    domain::person::{Email, Role},
    server::services::{set_up::command_link, sign_in},
};

use crate::signing_in::{browser_at, token_in};

both! {
    async fn no_way_in_is_open_to_someone_deactivated(town: Town) {
        let welcome = town.post().await;
        let welcome = welcome.iter().find(|letter| letter.to_address == town.asha.email).unwrap();
        let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.5")).await;
        let command = command_link(&town.site, &Email::parse(&town.asha.email).unwrap()).await.unwrap();
        town.change(&town.asha, Role::Member, false).await;
        town.change(&town.asha, Role::Member, true).await;
        town.force(&format!("UPDATE users SET status = 'inactive' WHERE id = {}", town.asha.person)).await.unwrap();
        for token in [&token_in(&welcome.text), &pair.token, command.expose()] {
            assert!(sign_in::redeem(&town.site, token, "", &pair.asker()).await.is_err());
            assert!(sign_in::look(&town.site, token, None).await.unwrap().is_none());
        }
        assert!(sign_in::redeem_code(&town.site, &pair.code, &pair.asker()).await.is_err());
        assert!(command_link(&town.site, &Email::parse(&town.asha.email).unwrap()).await.is_err());
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
    }

    async fn every_way_in_gives_the_same_session(town: Town) {
        let welcome = town.post().await;
        let welcome = welcome.iter().find(|letter| letter.to_address == town.asha.email).unwrap();
        town.redeem(&token_in(&welcome.text)).await.unwrap();
        let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.5")).await;
        sign_in::redeem(&town.site, &pair.token, "", &pair.asker()).await.unwrap();
        let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.6")).await;
        sign_in::redeem_code(&town.site, &pair.code, &pair.asker()).await.unwrap();
        let command = command_link(&town.site, &Email::parse(&town.asha.email).unwrap()).await.unwrap();
        town.redeem(command.expose()).await.unwrap();
        let kinds = town.rows("SELECT DISTINCT user_id, created_at, expires_at, length(token_hash) FROM sessions").await;
        assert_eq!((town.count("sessions", "1 = 1").await, kinds.len()), (4, 1), "{kinds:?}");
        let ways = town.rows("SELECT details FROM audit_log WHERE action = 'session.start' ORDER BY id").await;
        let ways: Vec<_> = ways.iter().map(|row| row["details"].as_str().unwrap().to_owned()).collect();
        for (noted, way) in ways.iter().zip(["link-elsewhere", "link", "code", "command"]) {
            assert!(noted.contains(&format!("\"way\":\"{way}\"")), "{noted}");
        }
    }
}
