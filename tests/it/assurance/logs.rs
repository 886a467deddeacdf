//! What the program writes while people sign in and attackers knock: lines of JSON, and nothing that belongs to anyone.

use std::{
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use ureq::Agent;

/// The real program on a free port, telling everything it can tell.
struct Program {
    child: Child,
    url: String,
    said: mpsc::Receiver<String>,
}

impl Program {
    fn start(folder: &std::path::Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let url = format!("http://localhost:{port}");
        let pkg = folder.join("site/pkg");
        std::fs::create_dir_all(&pkg).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_ticket-pool"))
            .env_clear()
            .env("DATABASE", folder.join("tickets.db"))
            .env("APP_URL", &url)
            .env("LISTEN", format!("127.0.0.1:{port}"))
            .env("LEPTOS_SITE_ROOT", folder.join("site"))
            .env("LOG_FORMAT", "json")
            .env("RUST_LOG", "debug,hyper=info")
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, said) = mpsc::channel();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || stdout.lines().map_while(Result::ok).try_for_each(|line| tell.send(line)));
        Self { child, url, said }
    }

    /// The next line it prints that has this in it.
    fn says(&self, what: &str) -> String {
        loop {
            let line =
                self.said.recv_timeout(Duration::from_secs(20)).unwrap_or_else(|_| panic!("it never said {what}"));
            if line.contains(what) {
                return line;
            }
        }
    }

    fn stop(mut self) -> String {
        Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        self.child.wait().unwrap();
        log
    }
}

fn post(agent: &Agent, url: &str, path: &str, form: &[(&str, &str)], cookie: &str) -> (u16, Vec<String>) {
    let request = agent.post(format!("{url}{path}")).header("origin", url).header("accept", "text/html");
    let answer = request.header("cookie", cookie).header("user-agent", "Evil\tAgent {\"level\":\"ERROR\"}");
    let answer = answer.send_form(form.iter().copied()).unwrap();
    let set = answer.headers().get_all("set-cookie").iter();
    let cookies = set.map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap().to_owned()).collect();
    (answer.status().as_u16(), cookies)
}

#[test]
fn no_log_line_holds_a_secret_an_address_or_a_forged_line() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path());
    let set_up = program.says("/set-up/");
    let token = set_up.rsplit('/').next().unwrap().to_owned();
    let config = Agent::config_builder().max_redirects(0).http_status_as_error(false);
    let agent = config.timeout_global(Some(Duration::from_secs(10))).build().new_agent();
    let url = program.url.clone();

    let me = [("token", &*token), ("name", "Zaphod Quux"), ("email", "zaphod@example.org")];
    let (status, first) = post(&agent, &url, "/api/set-up", &me, "");
    assert_eq!(status, 303);
    let (_, asked) = post(&agent, &url, "/api/sign-in/ask", &[("email", "zaphod@example.org")], "");
    let code = program.says("is your Ticket Pool sign-in code");
    let code: String = code.chars().filter(char::is_ascii_digit).take(8).collect();
    let link = program.says("/sign-in/link/");
    let link = link.rsplit('/').next().unwrap().trim().to_owned();
    agent.get(format!("{url}/sign-in/link/{link}")).call().unwrap();
    post(&agent, &url, "/api/sign-in/code", &[("code", "0000 0000")], &asked[0]);
    let (_, signed_in) = post(&agent, &url, "/api/sign-in/code", &[("code", &code)], &asked[0]);
    post(&agent, &url, "/api/account/rename", &[("name", "Ford\r\n{\"level\":\"ERROR\"}")], &signed_in[0]);
    post(&agent, &url, "/api/sign-in/redeem", &[("token", &link)], "");
    for path in [
        "/%0d%0a{%22level%22:%22ERROR%22}",
        "/nothing?address=zaphod@example.org",
        "/set-up/zaphod@example.org",
        // Cut off, put together wrongly, guessed.
        &format!("/sign-in/link/{link}/"),
        &format!("/sign-in/link/{link}/{code}"),
        &format!("/sign-in/{link}"),
        &format!("/sign-in-link/{link}"),
        &format!("//sign-in/link/{link}"),
        &format!("/api/sign-in/redeem/{link}"),
        &format!("/api{link}"),
        &format!("/pkg/{link}"),
        &format!("/events/{code}/zaphod@example.org"),
        &format!("/set-up-{token}"),
        "/zaphod@example.org",
    ] {
        agent.get(format!("{url}{path}")).header("x-forwarded-for", "203.0.113.66").call().unwrap();
    }

    let log = program.stop();
    assert!(log.lines().count() >= 3, "it logs: {log}");
    for line in log.lines() {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("no line of JSON: {line}"));
        assert_ne!(entry["level"], "ERROR", "{line}");
    }
    let mut secrets: Vec<String> = [first, asked, signed_in].concat();
    secrets.retain(|cookie| !cookie.ends_with('=') && !cookie.starts_with("notice"));
    let mut secrets: Vec<&str> =
        secrets.iter().filter_map(|cookie| cookie.split_once('=')).map(|(_, value)| value).collect();
    let spaced = format!("{} {}", &code[..4], &code[4..]);
    secrets.extend([&*token, &link, &code, &spaced, "zaphod", "Zaphod", "Ford", "203.0.113.66", "127.0.0.1"]);
    for secret in secrets {
        let found = log.lines().find(|line| line.contains(secret));
        assert!(found.is_none_or(|line| secret == "127.0.0.1" && line.contains("LISTEN")), "{secret}: {found:?}");
    }
}
