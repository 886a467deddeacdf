//! Who keeps a season: added by email address, removed by a button.

use ticket_pool::{
    domain::typed::Problem,
    error::Refusal,
    server::services::{event, season},
};

use super::{GENERAL, carla, in_season};
use crate::{harness::refusal, overview::texts};

both! {
    async fn a_steward_is_added_and_removed_on_the_page(town: Town) {
        let carla = carla(&town).await;
        let mut otto = town.browser_of(&town.otto).await;
        let added = otto.post("/api/season/stewards/add", &[("season", "1"), ("email", " Carla@Example.org ")]).await;
        assert_eq!(added.location(), "/seasons");
        let page = otto.get("/seasons").await;
        assert!(page.text().contains("They’re now a steward of this season."));
        assert_eq!(texts(&page, "section li b"), ["Carla", "Olga", "Otto"]);
        assert!(!page.text().contains("carla@example.org"), "names are enough");
        event::create(&town.site, &carla, &in_season("1")).await.unwrap();

        let person = carla.person.to_string();
        let removed = otto.post("/api/season/stewards/remove", &[("season", "1"), ("person", &person)]).await;
        assert_eq!(removed.location(), "/seasons");
        let again = event::create(&town.site, &carla, &in_season("1")).await;
        assert_eq!(refusal(again), Refusal::field("season", Problem::NotYourSeason));
        let noted = "SELECT action, actor_id, user_id, details FROM audit_log WHERE action LIKE 'season.%' ORDER BY id";
        let noted = town.rows(noted).await;
        let words: Vec<_> = noted.iter().map(|row| row["action"].as_str().unwrap()).collect();
        assert_eq!(words, ["season.add-steward", "season.remove-steward"]);
        for row in noted {
            assert_eq!((row["actor_id"].as_i64(), row["user_id"].as_i64()), (Some(town.otto.person.get().into()), Some(carla.person.get().into())));
            assert!(row["details"].to_string().contains("General"), "{row}");
        }
    }

    async fn the_last_steward_may_go_and_admins_remain(town: Town) {
        for who in [&town.olga, &town.otto] {
            let mut browser = town.browser_of(who).await;
            let themselves = who.person.to_string();
            let gone = browser.post("/api/season/stewards/remove", &[("season", "1"), ("person", &themselves)]).await;
            assert_eq!(gone.location(), "/", "{} has no page of seasons anymore", who.name);
        }
        assert_eq!(refusal(season::list(&town.site, &town.otto).await), Refusal::Forbidden);
        let back = season::add_steward(&town.site, &town.otto, GENERAL, &town.otto.email).await;
        assert_eq!(refusal(back), Refusal::Forbidden);
        let kept = season::list(&town.site, &town.dana).await.unwrap();
        assert_eq!((kept.len(), kept[0].stewards.len()), (1, 0));
        event::create(&town.site, &town.dana, &in_season("1")).await.unwrap();
        season::add_steward(&town.site, &town.dana, GENERAL, &town.otto.email).await.unwrap();
        event::create(&town.site, &town.otto, &in_season("1")).await.unwrap();
    }

    async fn what_is_wrong_with_an_address_is_told_beside_it(town: Town) {
        let mut otto = town.browser_of(&town.otto).await;
        let refused = otto.post("/api/season/stewards/add", &[("season", "1"), ("email", "nobody@example.org")]).await;
        let page = otto.get(refused.location()).await;
        assert_eq!(texts(&page, "#email-1-error"), ["No one here has the email address nobody@example.org."]);
        assert_eq!(page.count("input[name=email][value='nobody@example.org']"), 1);
    }
}
