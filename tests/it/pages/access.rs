use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use ticket_pool::{app::PAGES, paths::FOR_EVERYBODY};

use crate::{
    harness::DOMAIN,
    site_map::{For, Place, found, places, visitors},
};

both! {
    async fn every_page_is_for_whom_the_map_says(town: Town) {
        let numbers = found(&town).await;
        let mut wrongs = Vec::new();
        for (name, _, mut browser) in visitors(&town).await {
            for place in places(numbers) {
                let answer = browser.get(&place.path).await;
                let expected = match (place.is_for.admits(name), name) {
                    (true, _) => place.status,
                    (false, "nobody") => 303,
                    (false, _) => 403,
                };
                if answer.status.as_u16() != expected {
                    wrongs.push(format!("{name} at {}: {} instead of {expected}", place.path, answer.status));
                } else if expected == 303 && !answer.location().starts_with("/sign-in") {
                    wrongs.push(format!("{name} at {} is led to {}", place.path, answer.location()));
                } else if expected == 200 && answer.count("h1") != 1 {
                    wrongs.push(format!("{name} at {}: {} headings of the first rank", place.path, answer.count("h1")));
                }
            }
        }
        assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
    }

    async fn every_route_stands_in_the_map(town: Town) {
        let numbers = found(&town).await;
        let there: BTreeSet<String> = PAGES.iter().map(|(url, _)| (*url).to_owned()).collect();
        let mapped: BTreeSet<String> = places(numbers).iter().map(|place| place.route.to_owned()).collect();
        assert_eq!(there, mapped);
    }

    async fn the_parts_for_everyone_are_those_of_the_map(town: Town) {
        let map = places(found(&town).await);
        let part = |place: &Place| format!("/{}", place.route.split('/').nth(1).unwrap());
        let parts = |everybody| -> BTreeSet<String> {
            map.iter().filter(|place| (place.is_for == For::Everybody) == everybody).map(part).collect()
        };
        assert_eq!(parts(true), FOR_EVERYBODY.into_iter().map(str::to_owned).collect());
        assert!(parts(false).is_disjoint(&parts(true)), "no part is for both");
    }

    async fn around_a_page_for_everyone_nobody_is_led_to_the_way_in(town: Town) {
        let nothing = "We can’t find that page, or you don’t have access to it.";
        for path in [
            "/sign-in/nothing",
            "/sign-in/link",
            "/sign-in/link/",
            "/sign-in/link/x/y",
            "/sign-in/check-mail/x",
            "/undo-address",
            "/undo-address/x/y",
            "/set-up",
            "/set-up/",
            "/set-up/x/y",
            "/problem",
            "/problem/",
            "/problem/forbidden/x",
            "/offline/x",
            "/accessibility/x/y/z",
        ] {
            let answer = town.browser().get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(answer.text().contains(nothing), "{path}");
        }
        // A slash too many, as some programs add one, leads to the same page.
        let (_, token) = town.mailed_link(&town.asha).await;
        for path in ["/sign-in", "/sign-in/check-mail", "/offline", "/accessibility", &format!("/sign-in/link/{token}")] {
            let (with, without) = (town.browser().get(&format!("{path}/")).await, town.browser().get(path).await);
            assert_eq!((with.status, with.text()), (StatusCode::OK, without.text()), "{path}");
        }
        for path in ["/sign-inx", "/set-ups/x", "/problems", "/offline.html", "/accessibility-x", "/sign", "/nothing", "/events/"] {
            let answer = town.browser().get(path).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
            assert!(answer.location().starts_with("/sign-in?next="), "{path}: {}", answer.location());
        }
    }

    async fn whoever_opens_a_problem_page_sets_off_no_alarm(town: Town) {
        let mut browsers = [town.browser(), town.browser_of(&town.asha).await];
        for (word, status) in [
            ("failed", 200), ("forbidden", 403), ("not-found", 404), ("signed-out", 401), ("too-many", 429), ("garbled", 400),
            ("x", 404), ("500", 404), ("%00", 404),
        ] {
            for browser in &mut browsers {
                assert_eq!(browser.get(&format!("/problem/{word}")).await.status, status, "{word}");
            }
        }
    }

    async fn a_page_about_nothing_says_so(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        for number in ["4711", "0", "-1", "x", "99999999999", "%3Cscript%3E"] {
            for page in [
                "",
                "/edit",
                "/organizers",
                "/request",
                "/request-for",
                "/request-for/1",
                "/allocate",
                "/review",
                "/results",
            ] {
                let path = format!("/events/{number}{page}");
                let answer = dana.get(&path).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
                assert!(answer.text().contains("We can’t find that page, or you don’t have access to it."), "{path}");
            }
            let answer = dana.get(&format!("/admin/people/{number}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{number}");
        }
        for path in ["/nothing", "/events/1/nothing", "/admin/nothing", "/sign-in/link", "/.env", "/tickets.db"] {
            assert_eq!(dana.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn a_page_that_is_not_for_now_says_why(town: Town) {
        let numbers = found(&town).await;
        let mut otto = town.browser_of(&town.otto).await;
        for (number, page, why) in [
            (numbers.finalized, "allocate", "This event is final."),
            (numbers.finalized, "review", "This event is final."),
            (numbers.finalized, "edit", "This event is final."),
            (numbers.cancelled, "allocate", "This event is canceled."),
            (numbers.cancelled, "review", "This event is canceled."),
            (numbers.cancelled, "edit", "This event is canceled."),
            (numbers.open, "review", "Requests are still open. Close them first."),
            (numbers.open, "results", "Requests are still open. Close them first."),
        ] {
            let answer = otto.get(&format!("/events/{number}/{page}")).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{number} {page}");
            assert!(answer.text().contains(why), "{number} {page}");
        }
    }

    async fn looking_at_every_page_changes_nothing(town: Town) {
        let numbers = found(&town).await;
        let visitors = visitors(&town).await;
        let tables = [&DOMAIN[..], &["form_drafts"]].concat();
        let before = town.snapshot(&tables).await;
        for (_, _, mut browser) in visitors {
            for place in places(numbers) {
                browser.get(&place.path).await;
                let request = browser.request(Method::HEAD, &place.path).body(String::new().into()).unwrap();
                browser.send(request).await;
            }
            browser.get(&format!("/events/{}/results.csv", numbers.closed)).await;
        }
        assert_eq!(town.snapshot(&tables).await, before);
    }

    async fn every_page_is_kept_by_nobody_and_framed_by_nobody(town: Town) {
        let numbers = found(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        for place in places(numbers) {
            let answer = dana.get(&place.path).await;
            for (name, value) in [
                ("cache-control", "no-store"),
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "same-origin"),
                ("x-frame-options", "DENY"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-resource-policy", "same-origin"),
            ] {
                assert_eq!(answer.headers[name], value, "{} {name}", place.path);
            }
        }
    }

    async fn the_program_says_whether_it_is_well(town: Town) {
        let mut browser = town.browser();
        for (path, says) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
            let answer = browser.get(path).await;
            assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, says));
        }
    }
}
