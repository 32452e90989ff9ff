//! The legal pages in Indonesian.

use super::Text;

pub(super) static PAGES: [Text; 4] = [
    (
        "Kebijakan privasi",
        &[
            "Kami menyimpan yang Anda isi saat checkout: nama, alamat email, alamat pengiriman, dan yang Anda beli. Kami memerlukannya untuk mengirim pesanan dan menjawab Anda.",
            "Data kartu diisi di halaman pemroses kartu. Toko tidak pernah melihat nomor kartu.",
            "Kami tidak memasang cookie dan tidak melacak Anda. Kami menulis tentang penawaran hanya jika Anda mau.",
            "Ini toko demonstrasi: yang Anda isi tidak keluar dari mesin tempat toko ini berjalan.",
        ],
    ),
    (
        "Ketentuan penjualan",
        &[
            "Anda melihat semua yang harus dibayar sebelum membayar. Total yang Anda setujui adalah total yang ditagih.",
            "Pesanan dibuat setelah pembayaran berhasil. Anda bisa mengikutinya lewat tautan di halaman konfirmasi.",
            "Ini toko demonstrasi dengan pemroses kartu uji: tidak ada uang sungguhan yang berpindah dan tidak ada yang dikirim.",
        ],
    ),
    (
        "Retur dan pengembalian dana",
        &[
            "Anda bisa mengembalikan apa pun yang belum dipakai dalam 30 hari sejak tiba. Uangnya kembali ke kartu yang Anda pakai membayar.",
            "Barang yang dibuat khusus untuk Anda dan unduhan tidak bisa dikembalikan, kecuali ada cacat.",
        ],
    ),
    (
        "Pengiriman",
        &[
            "Ongkos kirim bergantung pada berat dan negara, dan tampil sebelum Anda membayar. Pesanan besar dikirim gratis di dalam negeri.",
            "Pengiriman standar memakan 3 sampai 5 hari kerja di dalam negeri dan 7 sampai 12 ke luar negeri, ekspres 1 sampai 2 dan 3 sampai 5.",
            "Prapesan dikirim bersama sisa pesanan, mulai hari yang tertera. Unduhan langsung siap.",
        ],
    ),
];
