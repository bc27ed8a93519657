<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AssistDock</name>
        <message>
            <source>Assistance</source>
            <translation>辅助功能</translation>
        </message>
        <message>
            <source>Hall map</source>
            <translation>大厅地图</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>朗读</translation>
        </message>
        <message>
            <source>Large is on</source>
            <translation>大字开着</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>大字</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>高对比</translation>
        </message>
        <message>
            <source>Read to me</source>
            <translation>读给我听</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>低位屏</translation>
        </message>
        <message>
            <source>Call someone to help</source>
            <translation>叫人来帮我</translation>
        </message>
        <message>
            <source>Call for help</source>
            <translation>叫人帮忙</translation>
        </message>
    </context>
    <context>
        <name>AttractPage</name>
        <message>
            <source>Come, get it done</source>
            <translation>来，办事</translation>
        </message>
        <message>
            <source>Bring your papers. We do the rest together.</source>
            <translation>证件带着就行，剩下的一起来。</translation>
        </message>
        <message>
            <source>Touch to start</source>
            <translation>点一下，开始</translation>
        </message>
        <message>
            <source>Touch once to start</source>
            <translation>点一下，开始</translation>
        </message>
        <message>
            <source>中文 · English · you can speak</source>
            <translation>中文 · English · 可以直接说</translation>
        </message>
    </context>
    <context>
        <name>AutoFields</name>
        <message>
            <source>Not right?</source>
            <translation>不对？</translation>
        </message>
        <message>
            <source>Not right? %1</source>
            <translation>%1不对？</translation>
        </message>
    </context>
    <context>
        <name>BestMatchCard</name>
        <message>
            <source>Most like what you need</source>
            <translation>最像您要办的</translation>
        </message>
        <message>
            <source>See how it is done</source>
            <translation>看看怎么办</translation>
        </message>
    </context>
    <context>
        <name>CaptureCard</name>
        <message>
            <source>Lay it flat and take your hand away. The picture takes itself.</source>
            <translation>请放平，手离开台面。放好后会自动拍。</translation>
        </message>
        <message>
            <source>Use my phone</source>
            <translation>改用手机传</translation>
        </message>
        <message>
            <source>Take this page</source>
            <translation>拍下这一页</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>Please look once more: is it all right?</source>
            <translation>请看一遍，都对吗？</translation>
        </message>
        <message>
            <source>Change even a single letter; you come back here.</source>
            <translation>错一个字也可以改，改完会回到这里。</translation>
        </message>
        <message>
            <source>All right, go and sign</source>
            <translation>都对，去签名</translation>
        </message>
        <message>
            <source>Stop reading</source>
            <translation>别读了</translation>
        </message>
        <message>
            <source>Read to me</source>
            <translation>读给我听</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
    </context>
    <context>
        <name>CountdownRing</name>
        <message>
            <source>%1 seconds left</source>
            <translation>还有 %1 秒</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>秒</translation>
        </message>
    </context>
    <context>
        <name>ErrorNotice</name>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>叫人来看</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>FormOffer</name>
        <message>
            <source>Use %1</source>
            <translation>用%1</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>用这个</translation>
        </message>
    </context>
    <context>
        <name>FormPage</name>
        <message>
            <source>Changed, back to checking</source>
            <translation>改好了，回去核对</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Ideas</source>
            <translation>帮我想</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
    </context>
    <context>
        <name>FrequentServices</name>
        <message>
            <source>Often done here</source>
            <translation>常办的事</translation>
        </message>
        <message>
            <source>All %1</source>
            <translation>全部 %1 件</translation>
        </message>
    </context>
    <context>
        <name>GoodbyePage</name>
        <message>
            <source>Take care, all the best</source>
            <translation>慢走，祝您顺利</translation>
        </message>
        <message>
            <source>Your data has been erased from this machine.</source>
            <translation>您的信息已从这台机器上清除。</translation>
        </message>
        <message>
            <source>One thing could not be erased. Staff is on the way.</source>
            <translation>有一项没清掉，工作人员马上来处理。</translation>
        </message>
        <message>
            <source>Do not forget</source>
            <translation>别忘了带走</translation>
        </message>
        <message>
            <source>I need something else</source>
            <translation>我还要办别的事</translation>
        </message>
        <message>
            <source>Back to the start in %1 seconds</source>
            <translation>%1 秒后回到首页</translation>
        </message>
        <message>
            <source>seconds, then back to the start</source>
            <translation>秒后回到首页</translation>
        </message>
    </context>
    <context>
        <name>GuidePage</name>
        <message>
            <source>Not at this machine</source>
            <translation>这台机器办不了</translation>
        </message>
        <message>
            <source>The way through</source>
            <translation>办事路线</translation>
        </message>
        <message>
            <source>Take a ticket</source>
            <translation>取号</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始办理</translation>
        </message>
        <message>
            <source>Take the list</source>
            <translation>带走清单</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
    </context>
    <context>
        <name>HelpSheet</name>
        <message>
            <source>%1 is coming</source>
            <translation>%1正在过来</translation>
        </message>
        <message>
            <source>A colleague</source>
            <translation>工作人员</translation>
        </message>
        <message>
            <source>Your helper is here</source>
            <translation>帮您的人到了</translation>
        </message>
        <message>
            <source>Everyone is busy right now</source>
            <translation>这会儿大家都在忙</translation>
        </message>
        <message>
            <source>We are calling someone</source>
            <translation>正在帮您叫人</translation>
        </message>
        <message>
            <source>About %1 min. Stay here; nothing on the screen is lost.</source>
            <translation>大约 %1 分钟到。请在这里等，填好的都在。</translation>
        </message>
        <message>
            <source>Your data stays covered until you open it.</source>
            <translation>您的信息一直遮着，您点开才看得到。</translation>
        </message>
        <message>
            <source>Take a ticket at the desk, or dial 12345. Your entries stay.</source>
            <translation>请到服务台取号，或打 12345。您填的都在。</translation>
        </message>
        <message>
            <source>Stay here a moment. The machine does not time out while you wait.</source>
            <translation>请在这里稍等。等人的时候不会退出。</translation>
        </message>
        <message>
            <source>Go on by myself</source>
            <translation>我自己接着办</translation>
        </message>
        <message>
            <source>No need any more</source>
            <translation>不用来了</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>No official names needed: say it as you would to a friend.</source>
            <translation>不用知道正式名称，像跟人聊天一样说就行。</translation>
        </message>
        <message>
            <source>People say</source>
            <translation>大家常说</translation>
        </message>
        <message>
            <source>My case</source>
            <translation>查进度</translation>
        </message>
        <message>
            <source>See how far it is</source>
            <translation>看办到哪一步</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>取号</translation>
        </message>
        <message>
            <source>%1 waiting</source>
            <translation>%1 人在等候</translation>
        </message>
        <message>
            <source>Print proof</source>
            <translation>打印证明</translation>
        </message>
        <message>
            <source>%1 kinds, free</source>
            <translation>%1 种，免费</translation>
        </message>
        <message>
            <source>Other things</source>
            <translation>别的事情</translation>
        </message>
        <message>
            <source>Life events</source>
            <translation>一件事</translation>
        </message>
        <message>
            <source>Open a restaurant, have a baby, retire…
several departments at once</source>
            <translation>开餐馆、生孩子、退休……
几个部门的事，一次办完</translation>
        </message>
        <message>
            <source>People</source>
            <translation>个人办事</translation>
        </message>
        <message>
            <source>Insurance, household, home</source>
            <translation>社保 户籍 住房</translation>
        </message>
        <message>
            <source>Business</source>
            <translation>企业办事</translation>
        </message>
        <message>
            <source>Start, licences, staff</source>
            <translation>开办 许可 用工</translation>
        </message>
    </context>
    <context>
        <name>IdReaderScene</name>
        <message>
            <source>Reading, keep the card still</source>
            <translation>正在读，先别拿开</translation>
        </message>
        <message>
            <source>The card has been read</source>
            <translation>已经读好了</translation>
        </message>
        <message>
            <source>Not read, lay the card flat again</source>
            <translation>没读出来，请放平再试</translation>
        </message>
        <message>
            <source>Lay your card flat on the green light</source>
            <translation>请把身份证平放在绿灯处</translation>
        </message>
    </context>
    <context>
        <name>IdentifyPage</name>
        <message>
            <source>The green light is at the lower right of the screen. At the tone you can take the card back.</source>
            <translation>绿灯在屏幕右下方。听到“滴”一声，就可以拿走。</translation>
        </message>
        <message>
            <source>Only 4 things are read: name, number, address, validity</source>
            <translation>只读 4 项：姓名、证件号、住址、有效期</translation>
        </message>
        <message>
            <source>Lay your ID card flat on the green light</source>
            <translation>请把身份证平放在绿灯处</translation>
        </message>
        <message>
            <source>Reading, leave it there a moment</source>
            <translation>正在读，先别拿开</translation>
        </message>
        <message>
            <source>Read. You can take your card</source>
            <translation>读好了，可以拿走了</translation>
        </message>
        <message>
            <source>Not read, lay it flat again</source>
            <translation>没读出来，请放平再试</translation>
        </message>
        <message>
            <source>This card cannot be read here</source>
            <translation>这种证这里读不了</translation>
        </message>
        <message>
            <source>Hello, %1. We fill in the form for you.</source>
            <translation>%1，您好。表格我们替您填。</translation>
        </message>
        <message>
            <source>Take out the card</source>
            <translation>取出身份证</translation>
        </message>
        <message>
            <source>The sleeve may stay on</source>
            <translation>不用取下卡套</translation>
        </message>
        <message>
            <source>Lay it on the light</source>
            <translation>平放绿灯处</translation>
        </message>
        <message>
            <source>Either side will do</source>
            <translation>正反面都行</translation>
        </message>
        <message>
            <source>Take it at the tone</source>
            <translation>听到“滴”拿走</translation>
        </message>
        <message>
            <source>About 2 seconds</source>
            <translation>大约 2 秒</translation>
        </message>
        <message>
            <source>Used to fill in your form. Erased from this machine at the end; no photo is kept.</source>
            <translation>用来替您填表。办完立刻从这台机器上清除，不留照片。</translation>
        </message>
        <message>
            <source>It also works this way</source>
            <translation>也可以这样办</translation>
        </message>
        <message>
            <source>No card with you? Another way</source>
            <translation>没带身份证？换一种方式</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>往下走</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在读……</translation>
        </message>
        <message>
            <source>Waiting for your card</source>
            <translation>正在等您放身份证</translation>
        </message>
        <message>
            <source>Goes on by itself once the card is read</source>
            <translation>读好身份证，会自动往下走</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
    </context>
    <context>
        <name>IdleOverlay</name>
        <message>
            <source>Are you still there?</source>
            <translation>您还在吗？</translation>
        </message>
        <message>
            <source>The screen is covered to protect your data.</source>
            <translation>为了保护您的信息，屏幕先遮起来了。</translation>
        </message>
        <message>
            <source>Without a touch it ends in %1 seconds</source>
            <translation>没人点，%1 秒后退出</translation>
        </message>
        <message>
            <source>Everything on this machine is then erased</source>
            <translation>这台机器上的信息会全部清掉</translation>
        </message>
        <message>
            <source>What you filled in is not lost</source>
            <translation>填好的不会白填</translation>
        </message>
        <message>
            <source>With your ID card you go on within 24 hours</source>
            <translation>刷身份证，24 小时内接着办</translation>
        </message>
        <message>
            <source>I am here, go on</source>
            <translation>我还在，继续办</translation>
        </message>
        <message>
            <source>5 more minutes</source>
            <translation>多给我 5 分钟</translation>
        </message>
        <message>
            <source>All extensions are used</source>
            <translation>延长的次数用完了</translation>
        </message>
        <message>
            <source>Leave now</source>
            <translation>现在就退出</translation>
        </message>
    </context>
    <context>
        <name>InputField</name>
        <message>
            <source>Clear %1</source>
            <translation>清空%1</translation>
        </message>
    </context>
    <context>
        <name>JourneyLine</name>
        <message>
            <source>Guide</source>
            <translation>看指南</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>答问题</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>验身份</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>填表格</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>交材料</translation>
        </message>
        <message>
            <source>Check and sign</source>
            <translation>核对签名</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Progress: step %1 of %2, %3</source>
            <translation>办理进度：第 %1 步，共 %2 步，%3</translation>
        </message>
    </context>
    <context>
        <name>KioskPage</name>
        <message>
            <source>Back up</source>
            <translation>往回看</translation>
        </message>
        <message>
            <source>See more (%1 of %2)</source>
            <translation>看更多（第 %1 屏，共 %2 屏）</translation>
        </message>
    </context>
    <context>
        <name>MaterialList</name>
        <message>
            <source>%1, not needed from you</source>
            <translation>%1，不用您交</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>为什么要</translation>
        </message>
        <message>
            <source>Why is %1 asked for?</source>
            <translation>为什么要%1</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>看样例</translation>
        </message>
        <message>
            <source>Show a sample of %1</source>
            <translation>看%1的样例</translation>
        </message>
    </context>
    <context>
        <name>MaterialRow</name>
        <message>
            <source>Taken</source>
            <translation>已拍好</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>以后再给</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>为什么要</translation>
        </message>
        <message>
            <source>Why is %1 asked for?</source>
            <translation>为什么要%1</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>看样例</translation>
        </message>
        <message>
            <source>Show a sample of %1</source>
            <translation>看%1的样例</translation>
        </message>
    </context>
    <context>
        <name>MaterialsPage</name>
        <message>
            <source>All here, go and check</source>
            <translation>都齐了，去核对</translation>
        </message>
        <message>
            <source>%1 still to come</source>
            <translation>还差 %1 份</translation>
        </message>
        <message>
            <source>All papers are here</source>
            <translation>材料都齐了</translation>
        </message>
        <message>
            <source>%1 more, then it is complete</source>
            <translation>还差 %1 份，就齐了</translation>
        </message>
        <message>
            <source>%1 papers are still to come</source>
            <translation>还差 %1 份材料</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
    </context>
    <context>
        <name>NumberPad</name>
        <message>
            <source>Number pad</source>
            <translation>数字键盘</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>退格</translation>
        </message>
    </context>
    <context>
        <name>OfflinePage</name>
        <message>
            <source>Papers and signature are stored encrypted and are not submitted twice.</source>
            <translation>材料和签名已加密存好，不会重复提交。</translation>
        </message>
        <message>
            <source>Works without network: guides, material lists, tickets, the hall map. Needs it: progress and e-licences.</source>
            <translation>没网也能用：看办事指南、打印清单、取号、大厅地图。要联网的：提交、查进度、取电子证照。</translation>
        </message>
        <message>
            <source>The counter goes on from where you are</source>
            <translation>窗口能接着您的进度办</translation>
        </message>
        <message>
            <source>Scan and take the draft along, valid for 24 hours</source>
            <translation>扫码带走草稿，24 小时内有效</translation>
        </message>
        <message>
            <source>The network is down, your entries are safe</source>
            <translation>网络断了，您填的都在</translation>
        </message>
        <message>
            <source>It is not your doing. We are reconnecting and then go on by ourselves.</source>
            <translation>不是您操作错了。我们正在自动重连，连上就接着提交。</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>正在重连……</translation>
        </message>
        <message>
            <source>Attempt %1 in %2 seconds</source>
            <translation>%2 秒后第 %1 次重连</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>现在就试</translation>
        </message>
        <message>
            <source>If you would rather not wait</source>
            <translation>不想等，也可以</translation>
        </message>
        <message>
            <source>Ticket to a counter</source>
            <translation>取号去窗口</translation>
        </message>
        <message>
            <source>At home by phone</source>
            <translation>回家用手机办</translation>
        </message>
        <message>
            <source>Save and leave</source>
            <translation>存好并退出</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
    </context>
    <context>
        <name>PinyinKeyboard</name>
        <message>
            <source>Pinyin keyboard</source>
            <translation>拼音键盘</translation>
        </message>
        <message>
            <source>Fewer candidates</source>
            <translation>收起候选字</translation>
        </message>
        <message>
            <source>More candidates</source>
            <translation>更多候选字</translation>
        </message>
        <message>
            <source>abc</source>
            <translation>字母</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>大写</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>退格</translation>
        </message>
        <message>
            <source>Chi/Eng</source>
            <translation>中/英</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>手写</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <source>Speak</source>
            <translation>说话</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>收起</translation>
        </message>
    </context>
    <context>
        <name>PortalFrame</name>
        <message>
            <source>Page of %1 · %2</source>
            <translation>%1的网页 · %2</translation>
        </message>
        <message>
            <source>Page of %1</source>
            <translation>%1的网页</translation>
        </message>
        <message>
            <source>This page does not answer</source>
            <translation>这个网页打不开</translation>
        </message>
        <message>
            <source>Opening the page…</source>
            <translation>正在打开网页……</translation>
        </message>
        <message>
            <source>Nothing of yours was sent. Try again, or ask at a counter.</source>
            <translation>您的信息没有发出去。再试一次，或者到窗口问。</translation>
        </message>
        <message>
            <source>The page asks who you are</source>
            <translation>这个网页想知道您是谁</translation>
        </message>
        <message>
            <source>It would learn your name and number, for this visit only.</source>
            <translation>它会拿到您的姓名和证件号，只用这一次。</translation>
        </message>
        <message>
            <source>Allow for this visit</source>
            <translation>这次告诉它</translation>
        </message>
        <message>
            <source>Done here, close the page</source>
            <translation>用完了，关上网页</translation>
        </message>
        <message>
            <source>Do not tell</source>
            <translation>不告诉它</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
    </context>
    <context>
        <name>ProgressPage</name>
        <message>
            <source>The way through</source>
            <translation>办事路线</translation>
        </message>
        <message>
            <source>Nothing is under way for this card</source>
            <translation>这张身份证名下没有正在办的事</translation>
        </message>
        <message>
            <source>Things that were finished long ago can be printed at a counter.</source>
            <translation>早先办好的事，可以到窗口打印记录。</translation>
        </message>
        <message>
            <source>What has been done</source>
            <translation>办理记录</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>回首页</translation>
        </message>
        <message>
            <source>Seen it, finish</source>
            <translation>看完了，结束</translation>
        </message>
        <message>
            <source>Ask the clerk</source>
            <translation>问经办人</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
    </context>
    <context>
        <name>ProgressSegments</name>
        <message>
            <source>%1 of %2 ready</source>
            <translation>%2 份里齐了 %1 份</translation>
        </message>
        <message>
            <source>%1 / %2 ready</source>
            <translation>%1 / %2 已齐</translation>
        </message>
    </context>
    <context>
        <name>QuestionPage</name>
        <message>
            <source>Changed, back to checking</source>
            <translation>改好了，回去核对</translation>
        </message>
        <message>
            <source>Next question</source>
            <translation>下一题</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>往下走</translation>
        </message>
        <message>
            <source>Question %1 of %2</source>
            <translation>第 %1 题，共 %2 题</translation>
        </message>
        <message>
            <source>Why we ask</source>
            <translation>为什么问这个</translation>
        </message>
        <message>
            <source>Please choose one</source>
            <translation>请选一个</translation>
        </message>
        <message>
            <source>Or choose “Not sure yet”, then we find a safe way on.</source>
            <translation>或者选“还没想好”，我们先按稳妥的办。</translation>
        </message>
        <message>
            <source>Your way</source>
            <translation>您的路线</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
    </context>
    <context>
        <name>RatingFaces</name>
        <message>
            <source>Very satisfied</source>
            <translation>非常满意</translation>
        </message>
        <message>
            <source>Satisfied</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>Fairly satisfied</source>
            <translation>基本满意</translation>
        </message>
        <message>
            <source>Not satisfied</source>
            <translation>不满意</translation>
        </message>
        <message>
            <source>Very dissatisfied</source>
            <translation>非常不满意</translation>
        </message>
    </context>
    <context>
        <name>RatingPage</name>
        <message>
            <source>Did it go well today?</source>
            <translation>今天办得顺手吗？</translation>
        </message>
        <message>
            <source>No name is kept, and your case is not affected.</source>
            <translation>评价不记名，也不影响办事结果。</translation>
        </message>
        <message>
            <source>What was good?</source>
            <translation>哪里做得好？</translation>
        </message>
        <message>
            <source>What went wrong?</source>
            <translation>哪里没做好？</translation>
        </message>
        <message>
            <source>several, or none</source>
            <translation>可以选几样，也可以不选</translation>
        </message>
        <message>
            <source>Say a little more, we listen</source>
            <translation>想多说一句？点这里说给我们听</translation>
        </message>
        <message>
            <source>If you were not satisfied, someone calls you within 3 working days. Urgent: dial 12345.</source>
            <translation>不满意的事，3 个工作日内会有人联系您。急事请打 12345。</translation>
        </message>
        <message>
            <source>Choose a face first</source>
            <translation>请先选一个</translation>
        </message>
        <message>
            <source>Send the rating</source>
            <translation>提交评价</translation>
        </message>
        <message>
            <source>Nothing is chosen yet; you may also leave it</source>
            <translation>还没有选，也可以不评</translation>
        </message>
        <message>
            <source>No rating</source>
            <translation>不评了</translation>
        </message>
    </context>
    <context>
        <name>ReceiptCard</name>
        <message>
            <source>Receipt</source>
            <translation>受理凭证</translation>
        </message>
        <message>
            <source>Code of the receipt</source>
            <translation>凭证二维码</translation>
        </message>
        <message>
            <source>Scan to see how far it is</source>
            <translation>扫一扫，随时看进度</translation>
        </message>
        <message>
            <source>It also shows whether it is genuine</source>
            <translation>真假也能扫出来</translation>
        </message>
    </context>
    <context>
        <name>ReceiptPage</name>
        <message>
            <source>We take it from here. You need not queue again.</source>
            <translation>接下来交给我们，您不用再来排队。</translation>
        </message>
        <message>
            <source>We are checking that it has arrived. Please wait a moment.</source>
            <translation>正在确认有没有收到，请稍等一下。</translation>
        </message>
        <message>
            <source>The paper receipt is being printed; take it from the slot below the screen</source>
            <translation>纸质凭证正在打印，请从屏幕下方出纸口取走</translation>
        </message>
        <message>
            <source>Printed. Please take it from the slot below the screen</source>
            <translation>打好了，请从屏幕下方出纸口取走</translation>
        </message>
        <message>
            <source>Printing does not work. Scan the code, or call someone</source>
            <translation>打不出来，请扫码或叫人</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>叫人来看</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>再打一张</translation>
        </message>
        <message>
            <source>A paper receipt is free, if you would like one</source>
            <translation>要纸质凭证吗？不收费</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>打一张</translation>
        </message>
        <message>
            <source>What comes next</source>
            <translation>接下来会这样</translation>
        </message>
        <message>
            <source>Finish and erase my data</source>
            <translation>结束并清除信息</translation>
        </message>
        <message>
            <source>Rate it (10 seconds)</source>
            <translation>评价一下（10 秒）</translation>
        </message>
    </context>
    <context>
        <name>RouteCard</name>
        <message>
            <source>done</source>
            <translation>已办好</translation>
        </message>
        <message>
            <source>now here</source>
            <translation>正在办</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>还没到</translation>
        </message>
    </context>
    <context>
        <name>RouteMap</name>
        <message>
            <source>done</source>
            <translation>已办好</translation>
        </message>
        <message>
            <source>now here</source>
            <translation>正在办</translation>
        </message>
        <message>
            <source>not needed</source>
            <translation>不用办</translation>
        </message>
        <message>
            <source>added</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>late</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>还没到</translation>
        </message>
        <message>
            <source>Route: %1</source>
            <translation>办事路线：%1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
    </context>
    <context>
        <name>ScanView</name>
        <message>
            <source>Camera picture of your paper</source>
            <translation>高拍台上的材料</translation>
        </message>
    </context>
    <context>
        <name>SealMark</name>
        <message>
            <source>Tongban seal</source>
            <translation>通办签章</translation>
        </message>
    </context>
    <context>
        <name>SearchBar</name>
        <message>
            <source>For example: renew my residence permit</source>
            <translation>例如：续居住证</translation>
        </message>
        <message>
            <source>Tap and speak</source>
            <translation>点一下说话</translation>
        </message>
        <message>
            <source>Search: type what you need</source>
            <translation>搜索，输入您要办的事</translation>
        </message>
        <message>
            <source>Listening…</source>
            <translation>正在听……</translation>
        </message>
        <message>
            <source>I have finished speaking</source>
            <translation>我说完了</translation>
        </message>
        <message>
            <source>That is all</source>
            <translation>说完了</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <source>Nothing found for “%1”</source>
            <translation>没找到“%1”</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>What do you need?</source>
            <translation>您想办什么事？</translation>
        </message>
        <message>
            <source>Heard you say</source>
            <translation>听到您说</translation>
        </message>
        <message>
            <source>Say it another way, or let someone help you.</source>
            <translation>换个说法，或者让人帮您。</translation>
        </message>
        <message>
            <source>%1 things found, the likeliest first.</source>
            <translation>找到 %1 件相关的事，最像的放在最前面。</translation>
        </message>
        <message>
            <source>%1 things found.</source>
            <translation>找到 %1 件相关的事。</translation>
        </message>
        <message>
            <source>Initials do as well, like jzz</source>
            <translation>打首字母也行，比如 jzz</translation>
        </message>
        <message>
            <source>Perhaps one of these</source>
            <translation>是不是这些</translation>
        </message>
        <message>
            <source>Or perhaps one of these</source>
            <translation>也可能是这些</translation>
        </message>
        <message>
            <source>These fit</source>
            <translation>找到这些</translation>
        </message>
        <message>
            <source>Say it another way</source>
            <translation>换个说法试试</translation>
        </message>
        <message>
            <source>Speak again</source>
            <translation>再说一次</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>叫人来看</translation>
        </message>
        <message>
            <source>Ask at a counter</source>
            <translation>取号到窗口问</translation>
        </message>
        <message>
            <source>By department</source>
            <translation>按部门找</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>回首页</translation>
        </message>
        <message>
            <source>See all results</source>
            <translation>看全部结果</translation>
        </message>
    </context>
    <context>
        <name>SignPage</name>
        <message>
            <source>Clear enough</source>
            <translation>字迹清楚</translation>
        </message>
        <message>
            <source>Please sign your name</source>
            <translation>请签上您的名字</translation>
        </message>
        <message>
            <source>Signing means that you agree to these sentences.</source>
            <translation>签名等于您同意下面几句话。</translation>
        </message>
        <message>
            <source>Read to me</source>
            <translation>读给我听</translation>
        </message>
        <message>
            <source>Full text</source>
            <translation>看全文</translation>
        </message>
        <message>
            <source>I cannot write here</source>
            <translation>不方便写字</translation>
        </message>
        <message>
            <source>Submitting…</source>
            <translation>正在提交……</translation>
        </message>
        <message>
            <source>Please sign first</source>
            <translation>请先签名</translation>
        </message>
        <message>
            <source>Signed, submit</source>
            <translation>签好了，提交</translation>
        </message>
        <message>
            <source>It is on its way</source>
            <translation>已经在提交了</translation>
        </message>
        <message>
            <source>The pad is still empty</source>
            <translation>框里还没有字</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
    </context>
    <context>
        <name>SignaturePad</name>
        <message>
            <source>Write in the frame with a finger or a pen</source>
            <translation>用手指或笔，在框里写</translation>
        </message>
        <message>
            <source>Signature pad</source>
            <translation>签名框</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>空的</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>已签</translation>
        </message>
        <message>
            <source>Wipe and write again</source>
            <translation>擦掉重写</translation>
        </message>
    </context>
    <context>
        <name>SummarySection</name>
        <message>
            <source>Change</source>
            <translation>改</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>修改%1</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>done</source>
            <translation>已办好</translation>
        </message>
        <message>
            <source>now here</source>
            <translation>正在办</translation>
        </message>
        <message>
            <source>late</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>还没到</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Tongban</source>
            <translation>通办</translation>
        </message>
    </context>
    <context>
        <name>VerifyPage</name>
        <message>
            <source>Hold the receipt to the scanner</source>
            <translation>请把凭证对着扫码口</translation>
        </message>
        <message>
            <source>This receipt is genuine</source>
            <translation>这张凭证是真的</translation>
        </message>
        <message>
            <source>This code is not a receipt of ours</source>
            <translation>这不是我们的凭证</translation>
        </message>
        <message>
            <source>We cannot confirm this receipt</source>
            <translation>这张凭证我们不能确认</translation>
        </message>
        <message>
            <source>The scanner is at the lower left. The code may be on paper or on a phone.</source>
            <translation>扫码口在屏幕左下方，纸上的、手机上的都行。</translation>
        </message>
        <message>
            <source>Every sign is as it was when we issued it.</source>
            <translation>和当时发给您的一模一样。</translation>
        </message>
        <message>
            <source>Its content does not match its seal. Nothing of it is shown.</source>
            <translation>内容和签章对不上，所以不显示。</translation>
        </message>
        <message>
            <source>Checked: valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>不能确认</translation>
        </message>
        <message>
            <source>Record %1, for the staff</source>
            <translation>记录号 %1，给工作人员看</translation>
        </message>
        <message>
            <source>Waiting for a code</source>
            <translation>正在等您出示凭证</translation>
        </message>
        <message>
            <source>Hold it about 10 cm away. A tone tells you when it has been read.</source>
            <translation>离 10 厘米左右，听到“滴”一声就好。</translation>
        </message>
        <message>
            <source>Where it stands</source>
            <translation>办到哪一步了</translation>
        </message>
        <message>
            <source>The seal was checked on this machine. How far it is needs the network.</source>
            <translation>真假已在这台机器上核对。办到哪一步，要联网才能看。</translation>
        </message>
        <message>
            <source>What you can do</source>
            <translation>您可以这样做</translation>
        </message>
        <message>
            <source>Scan it once more</source>
            <translation>再扫一次</translation>
        </message>
        <message>
            <source>A fold or a smear can spoil a code</source>
            <translation>折了、脏了，码会读错</translation>
        </message>
        <message>
            <source>Look up by your ID card</source>
            <translation>刷身份证查一查</translation>
        </message>
        <message>
            <source>“My case” on the home page shows what is really under way</source>
            <translation>首页“查进度”，能看到真正在办的事</translation>
        </message>
        <message>
            <source>Ask the staff</source>
            <translation>问问工作人员</translation>
        </message>
        <message>
            <source>Especially if someone else gave you this paper</source>
            <translation>特别是别人给您的凭证</translation>
        </message>
        <message>
            <source>See how far it is</source>
            <translation>看办到哪一步</translation>
        </message>
        <message>
            <source>Scan again</source>
            <translation>再扫一次</translation>
        </message>
        <message>
            <source>Needs the network</source>
            <translation>要联网才能看</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>叫人来看</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>回首页</translation>
        </message>
    </context>
    <context>
        <name>WhySheet</name>
        <message>
            <source>Sample of %1</source>
            <translation>%1的样例</translation>
        </message>
        <message>
            <source>Why we need it</source>
            <translation>为什么要这个</translation>
        </message>
        <message>
            <source>You need not hand it in if</source>
            <translation>这种情况就不用交</translation>
        </message>
        <message>
            <source>Understood</source>
            <translation>知道了</translation>
        </message>
    </context>
    <context>
        <name>WipeReport</name>
        <message>
            <source>Erased from this machine</source>
            <translation>已从这台机器上清除</translation>
        </message>
        <message>
            <source>erased</source>
            <translation>已清除</translation>
        </message>
        <message>
            <source>not erased, staff has been called</source>
            <translation>没有清掉，已经叫了工作人员</translation>
        </message>
    </context>
</TS>
