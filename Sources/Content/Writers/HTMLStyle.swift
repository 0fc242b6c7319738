/// The look of the web page: a quiet book page that a telephone can show and a printer print.
enum HTMLStyle {
  static let sheet = """
    *{box-sizing:border-box}
    html{font:1.0625rem/1.6 Lato,"Helvetica Neue",Arial,sans-serif;color:var(--ink);background:#fff;\
    -webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;padding:0 1.25rem;max-width:46rem;overflow-wrap:break-word}
    header,main,footer,nav.beside{max-width:42rem}
    a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid var(--accent);outline-offset:3px}
    main:focus{outline:none}
    :target{scroll-margin-top:1.5rem;box-shadow:-.6rem 0 0 #fff,-.8rem 0 0 var(--accent)}
    tr:target{box-shadow:none;outline:2px solid var(--accent)}
    .skip{position:absolute;inset-inline-start:-100vw;background:#fff;padding:.5rem 1rem;z-index:1}
    .skip:focus{inset-inline-start:1rem;top:1rem}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .quiet,.small,.number,.mentions,.notes,figcaption,caption,footer{color:var(--quiet)}
    .small,.mentions,.notes,figcaption,caption,footer{font-size:.875rem;line-height:1.5}
    header{padding:4rem 0 2.5rem;border-bottom:3px solid var(--accent)}
    h1,h2,h3,h4,h5,h6{line-height:1.25;font-weight:600;text-wrap:balance;break-after:avoid}
    h1{font-size:clamp(1.9rem,1.3rem + 3vw,2.9rem);line-height:1.12;font-weight:500;margin:.5rem 0 1rem}
    h2{font-size:1.75rem;font-weight:500;margin:0 0 1.25rem}
    h3{font-size:1.25rem;margin:2.75rem 0 .75rem}
    h4{font-size:1.0625rem;margin:2rem 0 .5rem}
    h5,h6{font-size:1rem;margin:1.5rem 0 .25rem}
    .number{font-weight:400;font-variant-numeric:tabular-nums;margin-inline-end:.15em}
    section{padding-top:4rem}
    section.notes{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule)}
    p,ul,ol,dl,blockquote,pre,figure,.table{margin:0 0 1.1rem}
    ul,ol{padding-inline-start:1.4em}
    li+li{margin-top:.3rem}
    li>ul,li>ol{margin:.3rem 0 .4rem}
    li.task{list-style:none;position:relative}
    .box{position:absolute;inset-inline-start:-1.4em}
    .lead{font-size:1.25rem;line-height:1.5}
    .statement{border-inline-start:3px solid var(--accent);padding-inline-start:1rem;font-size:1.125rem;\
    font-weight:600;line-height:1.45}
    blockquote{padding-inline-start:1.25rem;border-inline-start:1px solid var(--rule);margin-inline:0}
    blockquote.said{border:0;padding:0;font-size:1.25rem;line-height:1.45;color:var(--ink)}
    blockquote>:last-child,dd>:last-child,:is(td,th)>:last-child,li>p:last-child{margin-bottom:0}
    hr{border:0;border-top:1px solid var(--rule);width:6rem;margin:2.5rem auto}
    pre{padding:.9rem 1rem;border:1px solid var(--rule);overflow-x:auto;line-height:1.45}
    code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.875em}
    sup{font-size:.72em;line-height:0;vertical-align:super}
    sup a{text-decoration:none;padding:.3em .15em}
    .mentions{margin:-.5rem 0 1.1rem}
    li>.mentions,dd>.mentions,:is(td,th)>.mentions{margin:.1rem 0 0;font-weight:400}
    .marks{white-space:normal}
    .mark{display:inline-block;font-size:.78rem;line-height:1.35;font-weight:400;color:var(--ink);\
    border:1px solid var(--rule);padding:.02rem .4rem;vertical-align:.08em}
    .mark[class*=" s"]::before{content:"";display:inline-block;width:.62em;height:.62em;\
    margin-inline-end:.4em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .facts{border-top:1px solid var(--rule)}
    .facts>div{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:0 1.5rem;padding:.5rem 0;\
    border-bottom:1px solid var(--rule);break-inside:avoid}
    dt{color:var(--quiet);font-size:.9375rem}
    dd{margin:0;min-width:0}
    .table{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.45;\
    font-variant-numeric:tabular-nums}
    caption,figcaption{text-align:start;padding:0 0 .6rem}
    caption span{display:inline-block;position:sticky;inset-inline-start:0;\
    max-width:min(42rem,calc(100vw - 2.5rem))}
    caption b,figcaption b{color:var(--ink);font-weight:600}
    th,td{text-align:start;vertical-align:top;padding-block:.5rem;\
    padding-inline-end:.75rem;border-bottom:1px solid var(--rule);min-width:9rem}
    th:last-child,td:last-child{padding-inline-end:0}
    .narrow{min-width:3.2rem;width:1%}
    thead th{font-weight:600;font-size:.875rem;color:var(--quiet);vertical-align:bottom;\
    border-bottom:1.5px solid var(--ink)}
    tbody th{font-weight:400}
    tr.strong>*{font-weight:600}
    .middle{text-align:center}
    .end{text-align:end}
    td>p,th>p{margin-bottom:.35rem}
    figure{margin:2rem 0;break-inside:avoid}
    figcaption{padding:.6rem 0 0}
    .drawing{overflow-x:auto}
    svg,img{display:block;max-width:100%;height:auto}
    .drawing>svg{width:100%}
    img{max-height:32rem}
    .logos{display:flex;flex-wrap:wrap;gap:1rem 2rem;align-items:center;margin-bottom:3rem}
    .logos img{max-height:4.5rem;max-width:14rem}
    .logos p{margin:0}
    .who{margin:0;color:var(--quiet)}
    .idea{font-size:1.25rem;line-height:1.45;margin:1.5rem 0 2rem}
    nav.contents{padding:2.5rem 0 0}
    .contents h2{font-size:1.25rem;margin:0 0 .75rem}
    .contents ol{list-style:none;padding:0}
    .contents li li{padding-inline-start:1.4rem;font-size:.9375rem}
    .contents a{color:var(--ink);text-decoration-color:var(--rule)}
    .contents a:hover{color:var(--accent)}
    footer{margin-top:5rem;padding:1.25rem 0 3rem;border-top:1px solid var(--rule)}
    footer p{margin:0}
    @media (min-width:72rem){
    body:has(>.beside){max-width:68rem;display:grid;grid-template-columns:17rem minmax(0,42rem);gap:0 5rem}
    body:has(>.beside)>:is(header,footer){grid-column:1/-1;max-width:none}
    nav.beside{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;\
    padding-block:4rem 2rem;padding-inline-end:1rem}
    .beside,.beside li li{font-size:.875rem;line-height:1.45}
    .beside h2{font-size:1rem;font-weight:600}
    header>*{max-width:42rem}
    }
    @media (max-width:36rem){
    html{font-size:1rem}
    header{padding-top:2rem}
    .facts>div{grid-template-columns:1fr}
    section{padding-top:3rem}
    main{hyphens:auto}
    }
    @media print{
    @page{margin:20mm}
    html{font-size:10pt}
    body,body:has(>.beside){display:block;max-width:none;padding:0}
    .skip,[role=doc-backlink]{display:none}
    nav.beside{position:static;max-height:none;overflow:visible}
    a{color:inherit;text-decoration:none}
    main a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em}
    .table,pre{overflow:visible}
    pre{white-space:pre-wrap}
    th,td{min-width:0}
    tr,li,.statement{break-inside:avoid}
    thead{display:table-header-group;break-after:avoid}
    section{padding-top:2rem}
    :target{box-shadow:none}
    }
    """
}
