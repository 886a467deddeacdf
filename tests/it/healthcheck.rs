//! `healthcheck`, as a container calls it: whether the site on this machine is ready.

use std::process::Command;

use axum::{Router, http::StatusCode, routing::get};
use tokio::{net::TcpListener, task::spawn_blocking};

/// Something that answers to whoever asks whether it is ready; returns its port.
async fn site(status: StatusCode) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let router = Router::new().route("/readyz", get(move || async move { (status, "said by a test\n") }));
    tokio::spawn(async move { axum::serve(listener, router).await });
    port
}

/// Exit status and what was said, in a folder of its own.
async fn healthcheck(environment: &[(&str, &str)]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command.arg("healthcheck").current_dir(folder.path()).env_clear().envs(environment.iter().copied());
    let output = spawn_blocking(move || command.output().unwrap()).await.unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "it makes no file");
    (output.status.code().unwrap(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_is_ready_is_well() {
    let port = site(StatusCode::OK).await;
    for listen in [format!("127.0.0.1:{port}"), format!("0.0.0.0:{port}"), format!("[::]:{port}")] {
        assert_eq!(healthcheck(&[("LISTEN", &listen)]).await, (0, String::new()), "{listen}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_for_what_goes_out_is_not_asked() {
    let listen = format!("127.0.0.1:{}", site(StatusCode::OK).await);
    let nowhere = "http://127.0.0.1:9";
    let proxies = [("HTTP_PROXY", nowhere), ("http_proxy", nowhere), ("ALL_PROXY", nowhere), ("all_proxy", nowhere)];
    let environment = [&[("LISTEN", listen.as_str())], &proxies[..]].concat();
    assert_eq!(healthcheck(&environment).await, (0, String::new()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_is_not_ready_is_not_well() {
    for status in [StatusCode::SERVICE_UNAVAILABLE, StatusCode::NOT_FOUND, StatusCode::FOUND] {
        let listen = format!("127.0.0.1:{}", site(status).await);
        let (code, said) = healthcheck(&[("LISTEN", &listen)]).await;
        assert_eq!(code, 1, "{said}");
        assert!(said.starts_with(&format!("{listen} is not ready: ")) && said.contains(status.as_str()), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_answers_it_says_so() {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let listen = format!("127.0.0.1:{port}");
    let (code, said) = healthcheck(&[("LISTEN", &listen)]).await;
    assert_eq!(code, 1, "{said}");
    assert!(said.starts_with(&format!("{listen} does not answer")), "{said}");
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let listen = silent.local_addr().unwrap().to_string();
    let (code, said) = healthcheck(&[("LISTEN", &listen)]).await;
    assert_eq!(code, 1, "{said}");
    assert!(said.starts_with(&format!("{listen} does not answer")), "{said}");
    assert_eq!(healthcheck(&[("LISTEN", "here")]).await.0, 1);
}
