//! How the site is run in containers: open to this machine alone, with no right it does not need.

const COMPOSE: &str = include_str!("../../docker-compose.yml");

/// The lines of a service.
fn service(name: &str) -> Vec<&'static str> {
    let lines = COMPOSE.lines().skip_while(|line| *line != format!("  {name}:")).skip(1);
    lines.take_while(|line| line.is_empty() || line.starts_with("    ")).map(str::trim).collect()
}

#[test]
fn the_published_port_is_open_to_this_machine_alone() {
    let ports: Vec<_> = COMPOSE.lines().map(str::trim).filter(|line| line.ends_with(":5000\"")).collect();
    assert_eq!(ports, [r#"- "127.0.0.1:${PORT:-5000}:5000""#]);
    assert_eq!(COMPOSE.matches("ports:").count(), 1);
    assert!(!COMPOSE.contains("network_mode") && !COMPOSE.contains("privileged: true"));
}

#[test]
fn whoever_gets_into_a_container_has_no_right_there_and_gets_none() {
    for name in ["web", "postgres", "postgres-backup"] {
        let service = service(name);
        for line in ["cap_drop: [ALL]", r#"security_opt: ["no-new-privileges:true"]"#, "read_only: true"] {
            assert!(service.contains(&line), "{name}: {line}");
        }
    }
    assert!(!service("web").iter().any(|line| line.starts_with("cap_add")));
}
