//! A zone of one's own: what it adds beside an event's time, and where it shows times that belong to no event.

use chrono::TimeDelta;
use ticket_pool::{
    domain::{event::EventForm, ids::EventId, schedule::Zone},
    server::services::{event, person},
    words::when_for_you,
};

use crate::harness::{Town, event_form};

/// The line that someone with this zone reads below the time of Otto's event; nothing where there is none.
async fn line(town: &Town, number: EventId, zone: &str) -> Option<String> {
    person::set_zone(&town.site, &town.asha, zone).await.unwrap();
    let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await;
    let html = scraper::Html::parse_document(&page.body);
    let lines = scraper::Selector::parse("p.muted").unwrap();
    html.select(&lines).map(|line| line.text().collect::<String>()).find(|text| text.contains(" your time ("))
}

both! {
    async fn an_event_page_adds_ones_own_time_where_it_is_another(town: Town) {
        // Sunday, December 6, 2026, 3:00 PM in London.
        let number = town.match_day().await;
        for (zone, says) in [
            ("Asia/Kolkata", Some("8:30\u{a0}PM your time (Asia/Kolkata)")),
            ("asia/kolkata", Some("8:30\u{a0}PM your time (Asia/Kolkata)")),
            ("Australia/Lord_Howe", Some("Monday, December 7, 2026, 2:00\u{a0}AM your time (Australia/Lord Howe)")),
            ("Pacific/Kiritimati", Some("Monday, December 7, 2026, 5:00\u{a0}AM your time (Pacific/Kiritimati)")),
            ("Pacific/Niue", Some("4:00\u{a0}AM your time (Pacific/Niue)")),
            ("Europe/London", None),
            // Another name, the same clocks.
            ("Europe/Jersey", None),
            ("UTC", None),
            ("", None),
        ] {
            assert_eq!(line(&town, number, zone).await.as_deref(), says, "{zone}");
        }
    }

    async fn in_summer_another_zone_may_be_apart_that_is_not_in_winter(town: Town) {
        let summer = town.match_day_like("2027-07-01T12:00", "2027-06-30T12:00").await;
        for (zone, says) in [
            ("UTC", Some("11:00\u{a0}AM your time (UTC)")),
            ("Australia/Lord_Howe", Some("9:30\u{a0}PM your time (Australia/Lord Howe)")),
            ("Asia/Kolkata", Some("4:30\u{a0}PM your time (Asia/Kolkata)")),
        ] {
            assert_eq!(line(&town, summer, zone).await.as_deref(), says, "{zone}");
        }
    }

    /// London goes from 0:59 to 2:00 on March 28, 2027; Lord Howe goes back by half an hour on April 4 at 2:00.
    async fn on_nights_when_clocks_change_the_line_is_that_of_the_instant(town: Town) {
        for (starts, zone, says) in [
            ("2027-03-28T00:30", "UTC", None),
            ("2027-03-28T02:30", "UTC", Some("1:30\u{a0}AM your time (UTC)")),
            ("2027-03-28T02:30", "Asia/Kolkata", Some("7:00\u{a0}AM your time (Asia/Kolkata)")),
            ("2027-04-03T15:45", "Australia/Lord_Howe", Some("Sunday, April 4, 2027, 1:45\u{a0}AM your time (Australia/Lord Howe)")),
            ("2027-04-03T16:15", "Australia/Lord_Howe", Some("Sunday, April 4, 2027, 1:45\u{a0}AM your time (Australia/Lord Howe)")),
        ] {
            let form = EventForm {
                starts: starts.into(),
                closes: String::new(),
                ..event_form("Night match")
            };
            let number = event::create(&town.site, &town.otto, &form).await.unwrap();
            assert_eq!(line(&town, number, zone).await.as_deref(), says, "{starts} {zone}");
        }
    }

    async fn the_account_page_shows_the_zone_that_was_chosen(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        assert_eq!(asha.get("/account").await.count("input#zone[value='']"), 1);
        for (typed, stands) in [(" america/argentina/buenos_aires ", "America/Argentina/Buenos_Aires"), ("", "")] {
            assert_eq!(asha.post("/api/account/zone", &[("zone", typed)]).await.location(), "/account");
            let page = asha.get("/account").await;
            assert!(page.text().contains("Time zone saved."));
            assert_eq!(page.count(&format!("input#zone[value='{stands}']")), 1, "{typed:?}");
        }
        assert_eq!(town.count("users", "zone IS NOT NULL").await, 0);
    }

    async fn times_that_belong_to_no_event_are_shown_in_ones_own_zone(town: Town) {
        // It is noon in London, and one o'clock of the next day in Auckland.
        let mut dana = town.browser_of(&town.dana).await;
        let pages = ["/account", "/admin/mail", "/admin/audit"];
        for (page, says) in pages.into_iter().zip(["Signed in Sun Nov 22", "Sun Nov 22, 12:00\u{a0}PM", "2026-11-22 12:00:00"]) {
            assert!(dana.get(page).await.text().contains(says), "{page} in the site's zone");
        }
        dana.post("/api/account/zone", &[("zone", "Pacific/Auckland")]).await;
        for (page, says) in pages.into_iter().zip(["Signed in Mon Nov 23", "Mon Nov 23, 1:00\u{a0}AM", "2026-11-23 01:00:00"]) {
            assert!(dana.get(page).await.text().contains(says), "{page} in Dana's");
        }
        assert!(town.browser_of(&town.asha).await.get("/account").await.text().contains("Signed in Sun Nov 22"));
    }

    /// Whoever reads "November 23" beside an entry finds it by that day.
    async fn the_audit_log_is_searched_by_the_days_it_shows(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let found = "/admin/audit?from=2026-11-23&until=2026-11-23";
        assert!(dana.get(found).await.text().contains("No matching entries."));
        dana.post("/api/account/zone", &[("zone", "Pacific/Auckland")]).await;
        assert!(dana.get(found).await.text().contains("Added a person"));
        assert!(dana.get("/admin/audit?until=2026-11-22").await.text().contains("No matching entries."));
    }

    /// Zones are renamed and go; a page must not go with them.
    async fn a_zone_that_is_no_longer_one_counts_as_none(town: Town) {
        let number = town.match_day().await;
        town.force("UPDATE users SET zone = 'Mars/Olympus_Mons' WHERE name = 'Asha'").await.unwrap();
        let mut asha = town.browser_of(&town.asha).await;
        assert!(!asha.get(&format!("/events/{number}")).await.text().contains(" your time ("));
        assert_eq!(asha.get("/account").await.count("input#zone[value='']"), 1);
    }
}

#[test]
fn the_day_is_named_only_where_it_is_another() {
    let zone = |name| Zone::parse(name).unwrap();
    let noon = "2026-12-06T12:00:00Z".parse().unwrap();
    let says = |own| when_for_you(noon, zone("UTC"), zone(own));
    assert_eq!(says("Asia/Kolkata").unwrap(), "5:30\u{a0}PM your time (Asia/Kolkata)");
    assert_eq!(
        says("Pacific/Auckland").unwrap(),
        "Monday, December 7, 2026, 1:00\u{a0}AM your time (Pacific/Auckland)"
    );
    assert_eq!(says("Africa/Abidjan"), None);
    let night = noon - TimeDelta::hours(6);
    let earlier = when_for_you(night, zone("UTC"), zone("America/Los_Angeles")).unwrap();
    assert_eq!(earlier, "Saturday, December 5, 2026, 10:00\u{a0}PM your time (America/Los Angeles)");
}
