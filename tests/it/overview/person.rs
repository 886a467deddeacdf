//! What admins see of one person.

use axum::http::StatusCode;
use ticket_pool::server::services::{event, person};

use super::{BUDGET, many, texts, weight};
use crate::harness::refusal;

both! {
    async fn the_page_tells_what_they_asked_for_and_how_it_went(town: Town) {
        town.finalized_match().await;
        let drafted = town.closed_match().await;
        town.give(drafted, &[(&town.asha, Some(4)), (&town.bram, Some(1))]).await.unwrap();
        let binned = town.closed_match().await;
        event::delete(&town.site, &town.dana, binned).await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get(&format!("/admin/people/{}", town.asha.person)).await;
        let history = "section[aria-labelledby=history]";
        assert_eq!(texts(&page, &format!("{history} > p"))[0], "They requested tickets once and got them. Counts final events only.");
        assert_eq!(texts(&page, &format!("{history} td[data-label='Requested']")), ["4, or 2", "4, or 2"]);
        assert_eq!(texts(&page, &format!("{history} td[data-label=Got]")), ["–", "2"], "a draft is no result");
        assert_eq!(texts(&page, &format!("{history} td[data-label=Status]")), ["Closed", "Final"]);
        // 5 tickets between two: 2.5 each would be even. Asha got 2.
        assert_eq!(texts(&page, &format!("{history} li")), ["General: 0.5 behind"]);
        let page = dana.get(&format!("/admin/people/{}", town.olga.person)).await;
        assert_eq!(texts(&page, &format!("{history} > p"))[0], "No results yet. Only requests they made themselves count, once they’ve been told the result.");
        assert_eq!(page.count(&format!("{history} table")), 0);
    }

    async fn the_page_tells_where_they_are_signed_in(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let path = format!("/admin/people/{}", town.asha.person);
        let devices = "section[aria-labelledby=ways-in] p.num";
        assert_eq!(texts(&dana.get(&path).await, devices), ["Not signed in on any device."]);
        let _phone = town.browser_of(&town.asha).await;
        let _desk = town.browser_of(&town.asha).await;
        town.wait(chrono::TimeDelta::hours(3));
        assert_eq!(texts(&dana.get(&path).await, devices), ["Signed in on 2 devices, last active 3 hours ago."]);
        let asha = town.asha.person.to_string();
        dana.post("/api/people/sign-out", &[("person", &asha)]).await;
        assert_eq!(texts(&dana.get(&path).await, devices), ["Not signed in on any device."]);
    }

    async fn a_mail_that_did_not_reach_them_says_why(town: Town) {
        for _ in 0..6 {
            town.finalized_match().await;
        }
        for _ in 0..5 {
            let number = town.closed_match().await;
            event::cancel(&town.site, &town.otto, number).await.unwrap();
        }
        let reason = "The address does not exist.";
        let failed = format!("UPDATE outbox SET status = 'failed', reason = '{reason}' WHERE kind = 'cancelled'");
        town.force(&failed).await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get(&format!("/admin/people/{}", town.asha.person)).await;
        let mails = "section[aria-labelledby=mails]";
        let what = texts(&page, &format!("{mails} tbody th"));
        assert_eq!(what.len(), 10, "the latest ten");
        assert_eq!((what[0].as_str(), what[9].as_str()), ("Event canceled: Rovers v United", "Requests closed: Rovers v United"));
        let states = texts(&page, &format!("{mails} td[data-label=Status]"));
        assert_eq!((states[0].as_str(), states[9].as_str()), (&*format!("Failed{reason}"), "Sent"));
        assert_eq!(page.count(&format!("{mails} a[href='/admin/mail']")), 1);
    }

    async fn it_is_for_admins(town: Town) {
        town.finalized_match().await;
        for who in [&town.asha, &town.otto] {
            let refused = person::about(&town.site, who, town.asha.person).await;
            assert_eq!(refusal(refused), ticket_pool::error::Refusal::Forbidden, "{}", who.name);
        }
    }

    async fn a_refused_change_still_stands_in_its_form(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let asha = town.asha.person.to_string();
        let typed = [("person", &*asha), ("name", "Asha"), ("email", "nowhere"), ("role", "member"), ("version", "0")];
        let refused = dana.post("/api/people/edit", &typed).await;
        let page = dana.get(refused.location()).await;
        assert_eq!((page.status, page.count("#email-error")), (StatusCode::OK, 1));
        assert!(page.text().lines().any(|line| line == "nowhere"));
    }

    async fn someone_who_asked_three_hundred_times_makes_no_heavy_page(town: Town) {
        many(&town, 300, "finalized", &[&town.asha, &town.bram]).await;
        let mut dana = town.browser_of(&town.dana).await;
        let path = format!("/admin/people/{}", town.asha.person);
        let page = dana.get(&path).await;
        let history = "section[aria-labelledby=history]";
        assert_eq!(page.count(&format!("{history} tbody tr")), 50);
        assert!(page.text().contains("Showing the latest 50 requests."));
        assert_eq!(texts(&page, &format!("{history} > p"))[0], "They requested tickets 300 times and got them 200 times. Counts final events only.");
        let bytes = weight(&dana, &path).await;
        assert!(bytes <= BUDGET, "{bytes}");
    }
}
