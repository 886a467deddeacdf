use serde_json::{Value, from_str};
use ticket_pool::server::{
    auth::Actor,
    services::after::{self as service, Answer},
};

use crate::harness::Town;

async fn data_of(town: &Town, who: &Actor) -> Value {
    from_str(&town.browser_of(who).await.get("/account/data.json").await.body).unwrap()
}

both! {
    async fn what_was_offered_taken_and_given_back_is_in_ones_own_data(town: Town) {
        let event = town.settled_match().await;
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        let open = "tickets_offered_to_you_or_being_given_back_or_handed_on";
        let asha = data_of(&town, &town.asha).await;
        let returning = &asha[open][0];
        assert_eq!((&returning["what"], &returning["tickets"], &returning["status"]), (&"return".into(), &2.into(), &"open".into()));
        assert_eq!(returning["event"], event.get());
        town.wait(service::UNDO);
        service::catch_up(&town.site).await.unwrap();
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        let asha = data_of(&town, &town.asha).await;
        assert_eq!(asha[open], Value::Array(Vec::new()));
        let asked = &asha["requests"][0];
        assert_eq!((&asked["tickets_given_back"], &asked["of_these_taken_by_others"]), (&2.into(), &2.into()));
        let bram = data_of(&town, &town.bram).await;
        let offered = &bram[open][0];
        assert_eq!((&offered["what"], &offered["tickets"], &offered["status"]), (&"offer".into(), &2.into(), &"taken".into()));
        assert_eq!(bram["requests"][0]["tickets_taken_after_the_result"], 2);
        assert_eq!(data_of(&town, &town.olga).await[open], Value::Array(Vec::new()), "nobody else's");
    }
}
