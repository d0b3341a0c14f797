"""Nothing in, the workbook that a ministry fills in out: an empty sheet, notes and codes in three languages."""

NOTES = ("Түсіндірме – Пояснения – Notes", "Кодтар – Коды – Codes")
