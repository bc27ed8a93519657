// Asks the kiosk who is there; shows the bill of that household. Nothing is kept: no cookie, no storage.
'use strict';

const byId = id => document.getElementById(id);
const yuan = cents => (cents / 100).toFixed(2);

function say(text) {
    byId('said').textContent = text;
}

function row(cells) {
    const tr = document.createElement('tr');
    for (const text of cells) {
        const td = document.createElement('td');
        td.textContent = text;
        tr.appendChild(td);
    }
    return tr;
}

function show(name, bill) {
    byId('owner').textContent = name + '，您好';
    byId('account').textContent = bill.account;
    byId('rows').replaceChildren(...bill.months.map(
        month => row([month.month, month.cubic_metres + ' 吨', yuan(month.cents) + ' 元', month.paid ? '交过了' : '还没交'])));
    byId('unpaid').textContent = yuan(bill.unpaid_cents);
    byId('ask').hidden = true;
    byId('bill').hidden = false;
}

// `identity` is JSON: {"name": "林**", "number": "…"}; the host decides how much of it.
async function onIdentity(identity) {
    let person;
    try {
        person = JSON.parse(identity);
    } catch {
        return say('没有收到身份，请再试一次。');
    }
    const answer = await fetch('/portal/water/bill', {
        method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({number: String(person.number || '')})});
    if (!answer.ok)
        return say('现在查不到，请稍后再试。');
    show(String(person.name || '用户'), await answer.json());
}

function connect(hall) {
    hall.identityGranted.connect(onIdentity);
    hall.identityRefused.connect(() => say('您没有同意，我们就不查了。'));
    byId('who').addEventListener('click', () => {
        say('请在通办的提示里选择是否同意。');
        hall.requestIdentity('查询您家的水费');
    });
    byId('close').addEventListener('click', () => hall.close());
}

if (window.qt && window.qt.webChannelTransport)
    new QWebChannel(window.qt.webChannelTransport, channel => connect(channel.objects.hall));
else
    say('请在通办自助机上打开。');
