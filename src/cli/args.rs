use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Sharing scarce tickets fairly. Settings come from the environment and a `.env` file; the README lists them.
#[derive(Debug, Parser)]
#[command(name = "ticket-pool", version)]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the site (the default)
    Serve,
    /// Make the first admin and print a link that signs them in
    Init {
        /// Their email address; asked for when left out
        #[arg(long)]
        email: Option<String>,
        /// Their name; asked for when left out
        #[arg(long)]
        name: Option<String>,
    },
    /// Look after admins
    Admin {
        #[command(subcommand)]
        command: Admin,
    },
    /// Print a link that signs someone in, for 30 minutes, once
    LoginLink {
        /// Their email address
        email: String,
    },
    /// Sign someone out everywhere and void their links
    RevokeSessions {
        /// Their email address
        email: String,
    },
    /// Bring the schema up to date (every start does it too)
    Migrate {
        /// Only say what would be done
        #[arg(long)]
        dry_run: bool,
    },
    /// Bring people, events and requests over from the original program's database
    ImportLegacy {
        /// The original's SQLite file; it is only read
        file: PathBuf,
        /// The zone its local times were meant in; the setting `TIME_ZONE` when left out
        #[arg(long)]
        time_zone: Option<String>,
        /// Only say what would be done
        #[arg(long)]
        dry_run: bool,
    },
    /// Compute a draw from a request file and print its record
    Draw {
        /// The request file; `-` is standard input
        file: PathBuf,
    },
    /// Check records and files of statements, each for itself and against the others: exit status 0 if everything agrees,
    /// 1 with every difference, 2 if one cannot be read
    Verify {
        /// The files, in any mix; `-` is standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Print where the chain of statements ends, for a mailing list or a repository: who keeps it can tell later whether
    /// the site changed what it had said
    Witness,
    /// Compute everything anew that is kept although it follows from requests: totals of events, standings of seasons. Says
    /// every difference, and mends it
    Recount,
    /// Write a copy of the SQLite database, while the site runs
    Backup {
        /// The copy; must not be there yet
        file: PathBuf,
    },
    /// Put a copy in the place of the SQLite database, while the site does not run; what was there stays beside it
    Restore {
        /// The copy
        file: PathBuf,
    },
    /// Have no email leave by itself that waits now, and nobody reminded of what was due: after a copy was put back otherwise than
    /// by `restore`, such as by `pg_restore`, and before the site runs
    HoldEmails,
    /// Fill an empty database with a made-up organization
    SeedDemo {
        /// One event more that so many people ask for, to see how large ones feel
        #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(..=20_000))]
        crowd: u32,
    },
    /// Ask the running site whether it is well
    Healthcheck,
    /// Look at settings, database, mail, clock and the way from outside; exit status 1 if something does not work
    Doctor,
}

#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Make an admin, or make one of someone who is here
    Create {
        /// Their email address
        #[arg(long)]
        email: Option<String>,
        /// Their name
        #[arg(long)]
        name: Option<String>,
    },
}
