//! Which host is answered, and whose word is taken for where a request comes from.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use ticket_pool::{domain::person::Email, server::services::set_up};

use crate::harness::{Answer, Browser, DOMAIN, Town, form};

/// What only a reverse proxy would say, and programs that believe too much believe.
const CLAIMS: [(&str, &str); 9] = [
    ("x-forwarded-host", "evil.example"),
    ("x-forwarded-server", "evil.example"),
    ("x-forwarded-proto", "https"),
    ("x-forwarded-port", "4444"),
    ("x-host", "evil.example"),
    ("x-original-host", "evil.example"),
    ("x-original-url", "/admin/people"),
    ("x-rewrite-url", "/admin/people"),
    ("forwarded", "for=198.51.100.66;host=evil.example;proto=https"),
];

/// Headers by name.
type Claims<'a> = &'a [(&'a str, &'a str)];

/// Asks for a page, naming these hosts.
async fn asked_for(town: &Town, path: &str, hosts: &[&str]) -> Answer {
    let mut browser = town.browser();
    let mut request = browser.request(Method::GET, path).body(Body::empty()).unwrap();
    request.headers_mut().remove(header::HOST);
    for host in hosts {
        request.headers_mut().append(header::HOST, host.parse().unwrap());
    }
    browser.send(request).await
}

/// Sends a form of a page of ours with further headers.
async fn sent_with(browser: &mut Browser, claims: &[(&str, &str)], path: &str, fields: &[(&str, &str)]) -> Answer {
    let mut request = browser.request(Method::POST, path).header(header::ORIGIN, "http://localhost:5000");
    for &(name, value) in claims {
        request = request.header(name, value);
    }
    browser.send(form(request, fields)).await
}

/// Has Asha sign in from an address with further headers; returns from where the audit log says she came.
async fn noted_client(town: &Town, peer: &str, claims: &[(&str, &str)]) -> String {
    let token = set_up::command_link(&town.site, &Email::parse("asha@example.org").unwrap()).await.unwrap();
    let mut browser = town.browser_at(peer);
    let answer = sent_with(&mut browser, claims, "/api/sign-in/redeem", &[("token", token.expose())]).await;
    assert_eq!(answer.location(), "/", "{peer} {claims:?}");
    let noted = "SELECT client FROM audit_log WHERE action = 'session.start' ORDER BY id DESC LIMIT 1";
    town.rows(noted).await[0]["client"].as_str().unwrap().to_owned()
}

both! {
    async fn only_the_host_of_the_site_is_answered(town: Town) {
        let wrong: [&[&str]; 11] = [
            &[],
            &[""],
            &["evil.example"],
            &["localhost"],
            &["localhost:5001"],
            &["localhost:5000.evil.example"],
            &["evil.example:5000"],
            &["localhost:5000, evil.example"],
            &["evil.example", "localhost:5000"],
            &["localhost:5000", "evil.example"],
            &["localhost:5000", "localhost:5000"],
        ];
        for hosts in wrong {
            for path in ["/", "/sign-in", "/favicon.svg", "/.well-known/security.txt", "/csp-report", "/nothing"] {
                let answer = asked_for(&town, path, hosts).await;
                let said = (answer.status, answer.body.as_str());
                let says = "This site is at http://localhost:5000\n";
                assert_eq!(said, (StatusCode::MISDIRECTED_REQUEST, says), "{hosts:?} {path}");
                assert_eq!((answer.location(), answer.headers.get(header::SET_COOKIE)), ("", None), "{hosts:?} {path}");
            }
        }
        for ours in ["localhost:5000", "LOCALHOST:5000", "LocalHost:5000"] {
            assert_eq!(asked_for(&town, "/sign-in", &[ours]).await.status, StatusCode::OK, "{ours}");
        }
        let https = town.with_settings(&[("APP_URL", "https://tickets.example.org"), ("MAIL_ENABLED", "true")]);
        for (host, status) in [
            ("tickets.example.org", 200),
            ("Tickets.Example.org", 200),
            ("tickets.example.org:443", 200),
            ("TICKETS.example.org:443", 200),
            ("tickets.example.org:", 200),
            ("tickets.example.org:80", 421),
            ("tickets.example.org:8443", 421),
            ("tickets.example.org:443:443", 421),
            ("tickets.example.org:0443", 421),
        ] {
            assert_eq!(asked_for(&https, "/sign-in", &[host]).await.status.as_u16(), status, "{host}");
        }
        let plain = town.with_settings(&[("APP_URL", "http://tickets.example.org")]);
        for (host, status) in [
            ("tickets.example.org", 200),
            ("tickets.example.org:80", 200),
            ("tickets.example.org:443", 421),
        ] {
            assert_eq!(asked_for(&plain, "/sign-in", &[host]).await.status.as_u16(), status, "{host}");
        }
    }

    async fn a_proxy_may_name_the_usual_port_in_either_place(town: Town) {
        for (app_url, usual, other) in [
            ("https://tickets.example.org", ":443", ":80"),
            ("http://tickets.example.org", ":80", ":443"),
        ] {
            let town = town.with_settings(&[("APP_URL", app_url), ("MAIL_ENABLED", "true")]);
            let here = app_url.split_once("://").unwrap().1;
            for (host, origin, status) in [
                (here.to_owned(), app_url.to_owned(), 303),
                (format!("{here}{usual}"), app_url.to_owned(), 303),
                (here.to_owned(), format!("{app_url}{usual}"), 303),
                (format!("{here}{usual}"), format!("{app_url}{usual}"), 303),
                (here.to_owned(), format!("{app_url}{other}"), 403),
                (format!("{here}{usual}"), format!("{app_url}:8080"), 403),
            ] {
                let mut browser = town.browser();
                let mut request = browser.request(Method::POST, "/api/sign-in/ask").header(header::ORIGIN, &origin);
                request.headers_mut().unwrap().insert(header::HOST, host.parse().unwrap());
                let answer = browser.send(form(request, &[("email", "nobody@example.org")])).await;
                assert_eq!(answer.status.as_u16(), status, "{host} {origin}: {}", answer.body);
            }
        }
    }

    async fn a_form_for_another_host_changes_nothing(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let before = town.snapshot(&DOMAIN).await;
        for origin in ["http://localhost:5000", "http://evil.example"] {
            for path in ["/api/account/rename", "/api/sign-in/ask"] {
                let request = asha.request(Method::POST, path).header(header::ORIGIN, origin);
                let mut request = form(request, &[("name", "Mallory"), ("email", "asha@example.org")]);
                request.headers_mut().insert(header::HOST, "evil.example".parse().unwrap());
                assert_eq!(asha.send(request).await.status, StatusCode::MISDIRECTED_REQUEST, "{origin} {path}");
            }
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn health_is_answered_whatever_host_is_named(town: Town) {
        let named: [&[&str]; 4] = [&[], &["10.0.0.7:5000"], &["evil.example"], &["evil.example", "localhost:5000"]];
        for hosts in named {
            for (path, says) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
                let answer = asked_for(&town, path, hosts).await;
                assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, says), "{hosts:?} {path}");
            }
        }
    }

    async fn links_in_mails_lead_to_the_site_whatever_is_claimed(town: Town) {
        town.post().await;
        for (place, proxies) in ["none", "192.0.2.0/24"].into_iter().enumerate() {
            let town = town.with_settings(&[("TRUSTED_PROXIES", proxies)]);
            let mut browser = town.browser_at(&format!("192.0.2.{place}"));
            let asked = [("email", "asha@example.org"), ("next", "/events")];
            let answer = sent_with(&mut browser, &CLAIMS, "/api/sign-in/ask", &asked).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/sign-in/check-mail"), "{proxies}");
            let letters = town.post().await;
            let [letter] = letters.as_slice() else { panic!("{proxies}: {} letters", letters.len()) };
            assert!(letter.text.contains("http://localhost:5000/sign-in/link/"), "{proxies}: {}", letter.text);
            let count = |link: &str| letter.text.matches(link).count();
            assert_eq!(count("://"), count("http://localhost:5000"), "{proxies}: {}", letter.text);
            assert!(letter.html.contains("http://localhost:5000/sign-in/link/"), "{proxies}");
            assert!(!letter.html.contains("evil.example") && !letter.html.contains(":4444"), "{proxies}");
        }
    }

    async fn pages_redirects_and_cookies_are_the_same_whatever_is_claimed(town: Town) {
        for proxies in ["none", "192.0.2.0/24"] {
            let town = town.with_settings(&[("TRUSTED_PROXIES", proxies)]);
            let mut browser = town.browser();
            let led = [("/", "/sign-in"), ("/events?x=1", "/sign-in?next=%2Fevents%3Fx%3D1"), ("/sign-in", "")];
            for (path, location) in led {
                let mut request = browser.request(Method::GET, path);
                for (name, value) in CLAIMS {
                    request = request.header(name, value);
                }
                let claimed = browser.send(request.body(Body::empty()).unwrap()).await;
                assert_eq!(claimed.location(), location, "{proxies} {path}");
                assert_eq!(claimed.headers.get(header::STRICT_TRANSPORT_SECURITY), None, "{proxies} {path}");
                assert!(!claimed.body.contains("evil.example"), "{proxies} {path}");
                assert_eq!(claimed.text(), browser.get(path).await.text(), "{proxies} {path}");
            }
            let answer = sent_with(&mut browser, &CLAIMS, "/api/sign-in/ask", &[("email", "bram@example.org")]).await;
            let binding = answer.cookie("binding").unwrap();
            assert_eq!((binding.domain(), binding.secure(), binding.path()), (None, None, Some("/")), "{proxies}");
            assert!(answer.cookie("__Host-binding").is_none(), "{proxies}");
        }
    }

    async fn a_forwarded_address_counts_only_from_a_trusted_proxy(town: Town) {
        let town = town.with_settings(&[("TRUSTED_PROXIES", "10.0.0.0/8, fd00::/8")]);
        let others: [(&str, &str); 5] = [
            ("forwarded", "for=198.51.100.66"),
            ("x-real-ip", "198.51.100.66"),
            ("true-client-ip", "198.51.100.66"),
            ("cf-connecting-ip", "198.51.100.66"),
            ("x-client-ip", "198.51.100.66"),
        ];
        let list = "x-forwarded-for";
        let cases: [(&str, Claims, &str); 15] = [
            ("192.0.2.7", &[(list, "198.51.100.66")], "192.0.2.7"),
            ("192.0.2.7", &[(list, "10.0.0.1, 127.0.0.1")], "192.0.2.7"),
            ("192.0.2.7", &others, "192.0.2.7"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("10.0.0.1", &others, "10.0.0.1"),
            ("10.0.0.1", &[(list, "203.0.113.9")], "203.0.113.9"),
            ("10.0.0.1", &[(list, "198.51.100.66, 203.0.113.9")], "203.0.113.9"),
            ("10.0.0.1", &[(list, "198.51.100.66, 203.0.113.9, 10.1.1.1")], "203.0.113.9"),
            ("10.0.0.1", &[(list, "198.51.100.66"), (list, "203.0.113.9")], "203.0.113.9"),
            ("10.0.0.1", &[(list, "203.0.113.9:4711")], "203.0.113.9"),
            ("10.0.0.1", &[(list, "203.0.113.9, garbage")], "10.0.0.1"),
            ("10.0.0.1", &[(list, "")], "10.0.0.1"),
            ("fd00::1", &[(list, "[2001:db8:0:1::7]:443")], "2001:db8:0:1::/64"),
            ("2001:db8:0:2:3:4:5:6", &[(list, "203.0.113.9")], "2001:db8:0:2::/64"),
            ("::ffff:192.0.2.8", &[(list, "203.0.113.9")], "192.0.2.8"),
        ];
        for (peer, claims, client) in cases {
            assert_eq!(noted_client(&town, peer, claims).await, client, "{peer} {claims:?}");
        }
    }

    async fn claimed_addresses_bring_no_more_mails(town: Town) {
        let behind = town.with_settings(&[("TRUSTED_PROXIES", "10.0.0.0/8")]);
        for (peer, mails) in [("192.0.2.7", 3), ("10.0.0.1", 8)] {
            for n in 0..5 {
                let claim = format!("203.0.113.{n}");
                let claims = [("x-forwarded-for", claim.as_str())];
                let mut browser = behind.browser_at(peer);
                let asked = [("email", "asha@example.org")];
                let answer = sent_with(&mut browser, &claims, "/api/sign-in/ask", &asked).await;
                assert_eq!(answer.location(), "/sign-in/check-mail", "{peer} {n}");
            }
            assert_eq!(town.count("outbox", "kind = 'sign-in'").await, mails, "{peer}: three from one client");
        }
    }
}
