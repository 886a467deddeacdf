use chrono::TimeDelta;
use ticket_pool::server::{
    db::happened,
    services::{after as service, remind},
};

both! {
    async fn the_summary_of_the_day_says_what_came_back_and_what_became_of_it(town: Town) {
        let event = town.settled_match().await;
        remind::remind(&town.site).await.unwrap();
        town.wait(TimeDelta::days(2));
        remind::remind(&town.site).await.unwrap();
        town.post().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, service::Answer::Take).await.unwrap();
        town.wait(TimeDelta::days(1));
        remind::remind(&town.site).await.unwrap();
        let letters = town.post().await;
        let summary = letters.iter().find(|letter| letter.to_name == "Otto").unwrap();
        let expected = "2 tickets given back, 2 tickets offered to whoever was next, and 2 tickets taken";
        assert!(summary.text.contains(expected), "{}", summary.text);
    }

    async fn whoever_takes_from_the_table_is_no_new_request(town: Town) {
        let event = town.settled_match().await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(12) - town.now());
        let since = town.now();
        town.returned(event, &town.asha, 2).await;
        service::claim(&town.site, &town.dana, event, ("1", "")).await.unwrap();
        let counted = happened::on_events_of(town.site.db.read(), town.otto.person, since).await.unwrap();
        assert_eq!(counted[0].counts()[0], 0, "{counted:?}");
    }
}
