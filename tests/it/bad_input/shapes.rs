//! Bodies that are no form of ours at all.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use ticket_pool::{error::Refusal, words::refusal};

use super::scene::{Scene, Who};
use crate::harness::{Answer, DOMAIN};

/// Sends this body to an endpoint, as a browser or as an island does.
async fn send(scene: &Scene, endpoint: &str, body: (&str, Vec<u8>), accept: &str) -> Answer {
    let mut browser = scene.browser(Who::Dana);
    let mut request = browser.request(Method::POST, endpoint).header(header::ORIGIN, "http://localhost:5000");
    let headers = request.headers_mut().unwrap();
    headers.insert(header::ACCEPT, accept.parse().unwrap());
    if !body.0.is_empty() {
        headers.insert(header::CONTENT_TYPE, body.0.parse().unwrap());
    }
    browser.send(request.body(Body::from(body.1)).unwrap()).await
}

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nMallory\r\n--x--\r\n";

both! {
    async fn fields_of_the_wrong_shape_get_a_page_that_says_so(town: Town) {
        let scene = Scene::set(town).await;
        let before = scene.town.snapshot(&DOMAIN).await;
        let mut wrongs = Vec::new();
        for (endpoint, body) in [
            ("/api/event/create", "name[]=x&name[]=y"),
            ("/api/event/create", "name[x]=y"),
            ("/api/event/close", "event[]=1&event[]=2"),
            ("/api/request/save", "event=1&tiers[x]=2"),
            ("/api/request/save", "event=1&tiers[0][0]=2"),
            ("/api/allocation/save", "event=1&version=0&amount=5"),
            ("/api/allocation/save", "event=1&version=0&amount[]=5"),
            ("/api/allocation/save", "event=1&version=0&amount[r1][x]=5"),
            ("/api/allocation/save", "event=1&version=0&amount[r1][a][b][c][d][e][f]=5"),
            ("/api/people/add", "role[admin]=on"),
            ("/api/account/rename", "name=a&name=b"),
            ("/api/account/rename", "name[=x"),
            ("/api/account/rename", "%"),
        ] {
            let answer = send(&scene, endpoint, (FORM, body.into()), "text/html").await;
            let page = scene.browser(Who::Dana).get(answer.location()).await;
            let told = page.text().contains(&refusal(&Refusal::Garbled)) || answer.location().contains("draft=");
            if answer.status != StatusCode::SEE_OTHER || !told {
                wrongs.push(format!("{endpoint} {body}: {} to {:?}", answer.status, answer.location()));
            }
            let json = send(&scene, endpoint, (FORM, body.into()), "application/json").await;
            let refused = json.body.contains("is not a form of this site") || json.body.contains("\"refused\"");
            if !(refused && json.status.is_client_error()) {
                wrongs.push(format!("{endpoint} {body} as JSON: {} {}", json.status, json.body));
            }
        }
        let untouched = scene.town.snapshot(&DOMAIN).await == before;
        assert!(wrongs.is_empty() && untouched, "nothing changed: {untouched}\n{}", wrongs.join("\n"));
    }

    async fn bodies_that_are_no_form_are_refused_and_change_nothing(town: Town) {
        let scene = Scene::set(town).await;
        let before = scene.town.snapshot(&DOMAIN).await;
        let form = |size: usize| format!("name={}", "x".repeat(size)).into_bytes();
        for (what, body) in [
            ("JSON", ("application/json", br#"{"name":"Mallory"}"#.to_vec())),
            ("text", ("text/plain", b"name=Mallory".to_vec())),
            ("multipart", ("multipart/form-data; boundary=x", MULTIPART.into())),
            ("nothing", ("", Vec::new())),
            ("bytes", (FORM, vec![0xFF; 64])),
            ("three megabytes", (FORM, form(3_000_000))),
        ] {
            for accept in ["text/html", "application/json"] {
                let answer = send(&scene, "/api/account/rename", body.clone(), accept).await;
                assert!(!answer.status.is_server_error(), "{what}: {} {:.200}", answer.status, answer.body);
                let unchanged = scene.town.snapshot(&DOMAIN).await == before;
                assert!(unchanged, "{what}: {} {}, and something changed", answer.status, answer.location());
            }
        }
    }
}
