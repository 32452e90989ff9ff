//! Backups of a shop that is open, with orders coming in.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::running::Running;

fn run(arguments: &[&str], path: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fanshelf-storefront")).args(arguments).arg(path).output().unwrap()
}

#[tokio::test]
async fn a_backup_under_write_load_is_whole_and_has_every_order_that_was_acknowledged_before_it() {
    let shop = Arc::new(Running::start(&["--log", "warn"]).await);
    let (stop, bought) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let mut buyers = tokio::task::JoinSet::new();
    for _ in 0..3 {
        let (shop, stop, bought) = (Arc::clone(&shop), Arc::clone(&stop), Arc::clone(&bought));
        buyers.spawn(async move {
            while !stop.load(Ordering::Relaxed) {
                let paid = shop.buy("4242424242424242").await;
                assert_eq!(paid["status"], "completed", "{paid}");
                bought.fetch_add(1, Ordering::SeqCst);
            }
        });
    }
    while bought.load(Ordering::SeqCst) < 5 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let dir = shop.folder.path().display().to_string();
    let mut counts = Vec::new();
    for number in 0..3 {
        let copy = shop.folder.path().join(format!("copy-{number}.db"));
        let acknowledged = bought.load(Ordering::SeqCst);
        let (dir, to) = (dir.clone(), copy.clone());
        let made = tokio::task::spawn_blocking(move || run(&["backup", "make", "--data-dir", &dir], &to)).await.unwrap();
        let told = String::from_utf8(made.stderr).unwrap();
        assert!(made.status.success() && told.contains("is whole: 1 products"), "{told}");
        let orders: u64 = told.split(" orders").next().unwrap().rsplit(' ').next().unwrap().parse().unwrap();
        assert!(orders >= acknowledged, "{orders} of {acknowledged}");
        counts.push(orders);
        assert!(run(&["backup", "check"], &copy).status.success());
        // However slow the machine: something has to happen between two backups.
        while bought.load(Ordering::SeqCst) <= orders {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    }
    assert!(counts[0] < counts[2], "orders came in meanwhile: {counts:?}");
    stop.store(true, Ordering::Relaxed);
    while let Some(buyer) = buyers.join_next().await {
        buyer.unwrap();
    }
    // A copy serves: it opens as a shop.
    let (copy, data) = (shop.folder.path().join("copy-2.db"), tempfile::tempdir().unwrap());
    std::fs::copy(&copy, data.path().join("shop.db")).unwrap();
    let listed = run(&["orders", "list", "--limit", "1000000", "--data-dir"], data.path());
    assert_eq!(String::from_utf8(listed.stdout).unwrap().lines().count() as u64, counts[2]);
    // There is no second backup of the same name, and what is broken is called so.
    let again = run(&["backup", "make", "--data-dir", &dir], &copy);
    assert!(!again.status.success() && String::from_utf8_lossy(&again.stderr).contains("is there already"));
    let mut bytes = std::fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8_192].fill(0x5a);
    std::fs::write(&copy, bytes).unwrap();
    let broken = run(&["backup", "check"], &copy);
    assert!(!broken.status.success(), "{}", String::from_utf8_lossy(&broken.stderr));
    assert!(!run(&["backup", "check"], &shop.folder.path().join("nothing.db")).status.success());
}
