//! The program's commands: opening the database, binding sockets, and stopping cleanly.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::clock::Clock;
use crate::config::{DataArgs, ImportArgs, MemberArgs, MembersCommand, OrdersCommand, ServeArgs};
use crate::http::{self, AppState, checkouts};
use crate::shop::{demo_discounts, test_buyer};
use crate::store::outbox::Kind;
use crate::store::{Db, members};
use crate::{import, listen, orders, outbox, sandbox};

/// How long running requests may take to end after a stop was asked for.
const GRACE: Duration = Duration::from_secs(10);
/// How often old records are swept out.
const SWEEP: Duration = Duration::from_secs(600);

/// `serve`: until Ctrl-C or SIGTERM.
///
/// # Errors
/// One sentence for the person who started it.
pub async fn serve(args: ServeArgs) -> Result<(), String> {
    // Bind first: a busy port should be told at once, not after minutes of importing.
    let shop = bind(args.listen, "--listen").await?;
    let processor = if args.sandbox { Some(bind(args.processor_listen(), "--processor-listen").await?) } else { None };
    let shop_address = address(&shop)?;
    let processor_address = processor.as_ref().map_or(Ok(args.processor_listen()), address)?;
    let config = args.check(shop_address, processor_address).map_err(|error| error.to_string())?;
    writable(&config.data_dir)?;
    let db = open(&args.data).await?;
    let (public_url, hooks) = (config.public_url.clone(), config.hooks);
    if hooks.is_none() {
        import::when_needed(&db, &config.data_dir).await.map_err(|error| error.to_string())?;
    } else {
        import::bare_when_needed(&db).await.map_err(|error| error.to_string())?;
        let mut tx = db.begin().await.map_err(|error| error.to_string())?;
        members::admit(&mut tx, demo_discounts::CLUB, test_buyer::EMAIL).await.map_err(|error| error.to_string())?;
        tx.commit().await.map_err(|error| error.to_string())?;
    }
    let state = AppState::new(db.clone(), config).map_err(|error| format!("No secure connections can be made: {error}."))?;
    state.seal.key().await.map_err(|error| error.to_string())?;
    let mut workers = vec![tokio::spawn(sweep(state.clone())), tokio::spawn(checkouts::sweep::sweeper(state.clone()))];
    workers.extend(Kind::ALL.map(|kind| tokio::spawn(outbox::deliver(state.clone(), kind))));
    let (stop_processor, processor_stopped) = watch::channel(false);
    let processor = processor.map(|listener| {
        let settings = sandbox::Settings::of(&state.config);
        let app = sandbox::app(sandbox::Sandbox::new(db.clone(), state.clock.clone(), settings, state.client.clone()));
        tokio::spawn(listen::serve(listener, app, processor_stopped))
    });
    let (stop, stopped) = watch::channel(false);
    let server = tokio::spawn(listen::serve(shop, http::app(state), stopped));
    if let Some(hooks) = hooks {
        tracing::warn!(
            open_orders = hooks.open_orders,
            "TEST HOOKS ARE OPEN: this shop is for conformance suites, not for customers"
        );
    }
    tracing::info!(address = %shop_address, %public_url, "the shop is open");
    signal().await;
    tracing::info!("stopping");
    stop.send_replace(true);
    if tokio::time::timeout(GRACE, server).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
    for worker in workers {
        worker.abort();
    }
    // The processor last: payments that were running needed it.
    stop_processor.send_replace(true);
    if let Some(processor) = processor
        && tokio::time::timeout(GRACE, processor).await.is_err()
    {
        tracing::warn!("some payments did not end in time");
    }
    db.close().await;
    Ok(())
}

/// `import`.
///
/// # Errors
/// One sentence for the person who started it.
pub async fn import(args: ImportArgs) -> Result<(), String> {
    writable(&args.data.data_dir)?;
    let db = open(&args.data).await?;
    let report = import::demo(&db, &args.data.data_dir).await.map_err(|error| error.to_string())?;
    eprintln!("{report}");
    db.close().await;
    Ok(())
}

/// `orders …`: what they print.
///
/// # Errors
/// One sentence for the person who started it.
pub async fn orders(command: OrdersCommand) -> Result<String, String> {
    let data = command.data();
    if data.database_url.is_none() && !data.data_dir.join("shop.db").is_file() {
        return Err(format!("There is no shop in {}. Choose its folder with --data-dir.", data.data_dir.display()));
    }
    let db = open(data).await?;
    let printed = orders::desk::run(&db, command, Clock::default().now()).await;
    db.close().await;
    printed
}

/// `members add|remove`: what they print.
///
/// # Errors
/// One sentence for the person who started it.
pub async fn members(command: MembersCommand) -> Result<String, String> {
    let unwritten = |error: sqlx::Error| format!("The members cannot be written: {error}.");
    let (args, joins) = match command {
        MembersCommand::Add(args) => (args, true),
        MembersCommand::Remove(args) => (args, false),
    };
    let MemberArgs { data, claim, email } = args;
    if !crate::shop::contact::is_email(&email) {
        return Err(format!("{email} is no e-mail address."));
    }
    let db = open(&data).await?;
    let mut tx = db.begin().await.map_err(unwritten)?;
    let changed = match joins {
        true => members::admit(&mut tx, &claim, &email).await,
        false => members::dismiss(&mut tx, &claim, &email).await,
    };
    let changed = changed.map_err(unwritten)?;
    tx.commit().await.map_err(unwritten)?;
    db.close().await;
    let verb = if joins { "holds of" } else { "does not hold of" };
    let before = if changed { "now" } else { "already" };
    Ok(format!("{claim} {before} {verb} {email}.\n"))
}

/// Opens the database of a command.
async fn open(data: &DataArgs) -> Result<Db, String> {
    Db::open(&data.database_url()).await.map_err(|error| error.to_string())
}

async fn bind(address: SocketAddr, flag: &str) -> Result<TcpListener, String> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!("{address} is in use by another program. Stop it, or choose another address with {flag}.")
        }
        _ => format!("{address} cannot be listened on: {error}. Choose another address with {flag}."),
    })
}

fn address(listener: &TcpListener) -> Result<SocketAddr, String> {
    listener.local_addr().map_err(|error| format!("The listening address is unknown: {error}."))
}

/// Makes the data directory and tries to write into it.
fn writable(dir: &Path) -> Result<(), String> {
    let probe = dir.join(".writable");
    std::fs::create_dir_all(dir)
        .and_then(|()| std::fs::write(&probe, b""))
        .and_then(|()| std::fs::remove_file(&probe))
        .map_err(|error| format!("The data directory {} cannot be written: {error}.", dir.display()))
}

/// Ctrl-C, or SIGTERM where there is such a thing.
async fn signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut stream) => {
                stream.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

/// Forgets old idempotency records, now and then.
async fn sweep(state: AppState) {
    loop {
        match crate::store::idempotency::sweep(&state.db, state.clock.now()).await {
            Ok(0) => {}
            Ok(count) => tracing::debug!(count, "forgot old idempotency records"),
            Err(error) => tracing::warn!(%error, "old idempotency records could not be forgotten"),
        }
        if let Err(error) = outbox::sweep(&state).await {
            tracing::warn!(error = ?error, "old messages could not be forgotten");
        }
        tokio::time::sleep(SWEEP).await;
    }
}
