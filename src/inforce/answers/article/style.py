"""How an article looks: on a screen, light or dark, and on paper."""

STYLE = """\
:root{color-scheme:light dark;--ink:#1a1a1a;--page:#fff;--soft:#555;--line:#bbb;--box:#f6f6f4;--link:#0b4f9e}
@media (prefers-color-scheme:dark){
:root{--ink:#e8e8e8;--page:#161616;--soft:#aaa;--line:#555;--box:#222;--link:#8cbcf5}
}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.55 Georgia,"Noto Serif","Noto Serif CJK SC",serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2,h3{font-weight:600;line-height:1.25}
h1{margin:.2rem 0;font-size:1.9rem}
h2{overflow:hidden;border-bottom:1px solid var(--line);margin:2rem 0 .7rem;padding-bottom:.15rem;font-size:1.4rem}
h3{margin:1.5rem 0 .5rem;font-size:1.1rem}
a{color:var(--link)}
.basis,figcaption,.notes{color:var(--soft);font-size:.875rem}
.box{float:right;width:21rem;margin:.3rem 0 1rem 1.5rem;border:1px solid var(--line);background:var(--box)}
.box{font-size:.875rem}
.box table{width:100%;border-collapse:collapse}
.box caption{padding:.5rem .6rem;font-weight:600}
.box th,.box td{padding:.35rem .6rem;border-top:1px solid var(--line);text-align:left;vertical-align:top}
.box th{width:6.2rem;font-weight:600}
.box p{margin:0 0 .25rem}
figure{margin:0}
.box figure{padding:.6rem}
img{max-width:100%;height:auto}
.wide{overflow-x:auto}
.wide table{border-collapse:collapse;width:100%;font-size:.9rem}
.wide caption{padding:.3rem 0;text-align:left;color:var(--soft)}
.wide th,.wide td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}
nav{margin:1rem 0}
nav ol{columns:2;margin:.2rem 0;padding-left:1.3rem}
ul{overflow:hidden}
li{margin:.3rem 0}
.label{font-weight:600}
sup{line-height:0;font-size:.72em}
sup a{text-decoration:none;padding:0 .05em}
:target{background:color-mix(in srgb,var(--link) 18%,transparent)}
@media (max-width:46rem){.box{float:none;width:auto;margin:1rem 0}nav ol{columns:1}}
@media print{:root{--ink:#000;--page:#fff;--soft:#333;--line:#888;--box:#fff;--link:#000}
body{font-size:10pt}main{max-width:none;padding:0}nav{display:none}a{text-decoration:none}
h2,h3{break-after:avoid}li,tr{break-inside:avoid}}
"""
