// Indonesian.

export const legal = {
  intro:
    "Ini sebuah demonstrasi. Toko, harga, dan pembayaran kartunya rekaan; tidak ada barang yang dikirim dan tidak ada uang yang berpindah. Berikut ringkasannya; kata-kata toko sendiri ditautkan di bawah tiap bagian.",
  shipping1:
    "Ongkos kirim dan perkiraan tibanya tampil saat checkout sebelum Anda membayar, untuk tiap cara pengiriman. Semua bergantung pada berat dan negara.",
  shipping2:
    "Pajak sudah termasuk atau ditambahkan sesuai hukum negara Anda, dan selalu ada dalam total yang Anda setujui.",
  shipping3:
    "Prapesan dikirim mulai hari yang tertera, bersama sisa pesanan. Yang digital langsung siap.",
  refunds1:
    "Berubah pikiran? Kembalikan tanpa dipakai dalam 30 hari sejak tiba, dan uangnya kembali ke kartu yang Anda pakai membayar.",
  refunds2:
    "Barang yang dibuat khusus untuk Anda dan unduhan hanya bisa kembali jika ada cacat.",
  privacy1:
    "Untuk mengantar pesanan, toko menyimpan yang Anda isi saat checkout: nama, alamat, email, dan nomor telepon jika kurir memerlukannya. Dipakai untuk pesanan itu dan pesannya, tidak untuk hal lain.",
  privacyCard:
    "Nomor kartu langsung ke pemroses pembayaran. Toko tidak pernah melihatnya.",
  privacyDevice:
    "Di perangkat ini rak hanya menyimpan keranjang mana milik Anda dan di mana Anda berada. Tanpa nama, tanpa alamat, tanpa cookie iklan.",
  privacyCreator:
    "Kreator video melihat apa yang terjual, bukan siapa Anda.",
  privacyHere:
    "Dalam demonstrasi ini semuanya tinggal di satu berkas basis data di komputer yang menjalankannya. Hapus berkasnya dan semuanya hilang.",
  terms1:
    "Anda membeli dari toko yang disebut saat checkout, bukan dari platform video. Total yang Anda setujui adalah total yang ditagih.",
  terms2:
    "Pesanan dibuat setelah pembayaran berhasil. Jika ada yang habis sebelum itu, Anda diberi tahu dan tidak ada yang ditagih.",
  terms3:
    "Gambar pada barang adalah milik penciptanya. Nikmati, pinjamkan, hadiahkan; mohon jangan disalin untuk dijual.",
};
