<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AbilityStrip</name>
        <message>
            <source>ID card</source>
            <translation>身份证</translation>
        </message>
        <message>
            <source>Social card</source>
            <translation>社保卡</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>扫码</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>凭条</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>: can be used</source>
            <translation>：能用</translation>
        </message>
        <message>
            <source>: cannot be used</source>
            <translation>：不能用</translation>
        </message>
    </context>
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
        <message>
            <source>Map</source>
            <translation>地图</translation>
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
        <name>CardReaderPlace</name>
        <message>
            <source>Reads well</source>
            <translation>读得好</translation>
        </message>
        <message>
            <source>Bad line</source>
            <translation>线路不好</translation>
        </message>
        <message>
            <source>Lifts too early</source>
            <translation>拿得太早</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>没反应</translation>
        </message>
        <message>
            <source>Stalls</source>
            <translation>卡住</translation>
        </message>
        <message>
            <source>Self-test fails</source>
            <translation>自检不过</translation>
        </message>
        <message>
            <source>ID card reader</source>
            <translation>身份证读卡器</translation>
        </message>
        <message>
            <source>Nothing on the plate</source>
            <translation>读卡区是空的</translation>
        </message>
        <message>
            <source>Take the card away</source>
            <translation>把证拿走</translation>
        </message>
    </context>
    <context>
        <name>CasePage</name>
        <message>
            <source>Back to the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>审查意见</translation>
        </message>
        <message>
            <source>For the record; the citizen can read it</source>
            <translation>记录在案，申请人看得到</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>通过</translation>
        </message>
    </context>
    <context>
        <name>CasePreview</name>
        <message>
            <source>Choose a case on the left</source>
            <translation>从左边选一件</translation>
        </message>
        <message>
            <source>Already checked for you</source>
            <translation>系统已经替您查过</translation>
        </message>
        <message>
            <source>Open the review</source>
            <translation>打开审查</translation>
        </message>
    </context>
    <context>
        <name>CaseTable</name>
        <message>
            <source>Time</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>环节</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>最晚办完</translation>
        </message>
        <message>
            <source>Cases waiting</source>
            <translation>等着办的</translation>
        </message>
    </context>
    <context>
        <name>CheckList</name>
        <message>
            <source>Points to check</source>
            <translation>审查要点</translation>
        </message>
    </context>
    <context>
        <name>CheckModel</name>
        <message>
            <source>This machine could not store it, nothing was handed in. Please call somebody.</source>
            <translation>这台机器没能存下来，还没有提交。请叫人帮忙。</translation>
        </message>
        <message>
            <source>It could not be handed in, your entries are kept. Please try again or call somebody.</source>
            <translation>没有提交成功，您填的都在。请再试一次，或者叫人帮忙。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>from the ID card</source>
            <translation>来自身份证</translation>
        </message>
        <message>
            <source>Situation</source>
            <translation>办理情形</translation>
        </message>
        <message>
            <source>What you filled in</source>
            <translation>填写的内容</translation>
        </message>
        <message>
            <source>need not be handed in</source>
            <translation>不用交</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) taken</source>
            <translation>
                <numerusform>拍了 %n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>promised in writing</source>
            <translation>书面承诺</translation>
        </message>
        <message>
            <source>to be brought later</source>
            <translation>回头补</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>What I filled in is true.</source>
            <translation>我填的都是真的。</translation>
        </message>
        <message>
            <source>I agree that the hall fetches the papers marked as fetched.</source>
            <translation>我同意大厅代我调取不用交的材料。</translation>
        </message>
        <message>
            <source>for this matter only</source>
            <translation>只用于这一件事</translation>
        </message>
        <message>
            <source>I agree that the departments concerned handle my matter.</source>
            <translation>我同意有关部门办理这件事。</translation>
        </message>
        <message>
            <source>each view of my papers is recorded for me to see</source>
            <translation>谁看过我的材料，都有记录，我看得到</translation>
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
        <name>ChoiceRow</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
    </context>
    <context>
        <name>CodePlace</name>
        <message>
            <source>Code scanner</source>
            <translation>扫码窗</translation>
        </message>
        <message>
            <source>Put the phone away</source>
            <translation>把手机收起来</translation>
        </message>
        <message>
            <source>The phone shows nothing</source>
            <translation>手机没亮码</translation>
        </message>
    </context>
    <context>
        <name>CompareTable</name>
        <message>
            <source>Form and papers side by side</source>
            <translation>填写的和材料里的，对一对</translation>
        </message>
        <message>
            <source>same</source>
            <translation>一致</translation>
        </message>
        <message>
            <source>different</source>
            <translation>不一致</translation>
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
        <name>CounterModel</name>
        <message>
            <source>The central service does not answer. Nothing was changed; please try again.</source>
            <translation>中央服务没有回应。什么都没改，请再试一次。</translation>
        </message>
        <message>
            <source>You may not do this.</source>
            <translation>您的权限不能这样做。</translation>
        </message>
        <message>
            <source>Somebody else is working on it, or it changed meanwhile. Please open it again.</source>
            <translation>有人正在办，或者刚变了。请重新打开。</translation>
        </message>
        <message>
            <source>Not every paper has been looked at yet.</source>
            <translation>还有材料没看。</translation>
        </message>
        <message>
            <source>A case may be told only once; a second notice needs a supervisor.</source>
            <translation>一件事只能告知一次，第二次要主管同意。</translation>
        </message>
        <message>
            <source>The centre did not accept this: %1</source>
            <translation>中央服务没有收下：%1</translation>
        </message>
        <message>
            <source>It did not work: %1</source>
            <translation>没有办成：%1</translation>
        </message>
        <message>
            <source>That does not fit. Tries left: %1</source>
            <translation>不对。还可以试 %1 次</translation>
        </message>
        <message>
            <source>Locked after too many tries. Please wait a quarter of an hour.</source>
            <translation>试的次数太多，锁住了。请等一刻钟。</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>今天 %1</translation>
        </message>
        <message>
            <source>waits</source>
            <translation>等补正</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>超 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>due today</source>
            <translation>今天到期</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>剩 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>kiosk</source>
            <translation>自助机</translation>
        </message>
        <message>
            <source>urgent</source>
            <translation>要紧</translation>
        </message>
        <message>
            <source>a day or less</source>
            <translation>一天以内</translation>
        </message>
        <message>
            <source>soon</source>
            <translation>快到期</translation>
        </message>
        <message>
            <source>two days</source>
            <translation>两天以内</translation>
        </message>
        <message>
            <source>time enough</source>
            <translation>时间充足</translation>
        </message>
        <message>
            <source>waiting for papers</source>
            <translation>等补正</translation>
        </message>
        <message>
            <source>clock stands</source>
            <translation>不计时</translation>
        </message>
        <message>
            <source>All done</source>
            <translation>都办完了</translation>
        </message>
        <message numerus="yes">
            <source>Do these %n first, the rest can wait</source>
            <translation>
                <numerusform>先办这 %n 件，其余不急</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is urgent</source>
            <translation>今天没有急件</translation>
        </message>
        <message>
            <source>Number %1 · %2</source>
            <translation>编号 %1 · %2</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>with you</source>
            <translation>在您这</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>最晚办完</translation>
        </message>
        <message>
            <source>Identity read from the card's chip</source>
            <translation>身份证芯片已读取</translation>
        </message>
        <message>
            <source>Receipt and signature of the machine are good</source>
            <translation>凭证和自助机签名有效</translation>
        </message>
        <message>
            <source>The process was decided again here and agrees</source>
            <translation>流程在中心重算过，一致</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>申请人身份</translation>
        </message>
        <message>
            <source>read from the card's chip</source>
            <translation>自动 · 读自身份证芯片</translation>
        </message>
        <message>
            <source>taken at the kiosk, as it was</source>
            <translation>自助机现场拍摄 · 原图未改动</translation>
        </message>
        <message>
            <source>seen by you</source>
            <translation>您看过了</translation>
        </message>
        <message>
            <source>needs a look</source>
            <translation>待看</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>出生日期</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>住址</translation>
        </message>
        <message>
            <source>as on the contract?</source>
            <translation>和合同上一样吗</translation>
        </message>
        <message numerus="yes">
            <source>looked at %n time(s); the applicant can see this</source>
            <translation>
                <numerusform>看过 %n 次，申请人看得到</numerusform>
            </translation>
        </message>
        <message>
            <source>A paper has not been looked at yet</source>
            <translation>还有材料没看</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>通过</translation>
        </message>
    </context>
    <context>
        <name>CounterWindow</name>
        <message>
            <source>Tongban counter</source>
            <translation>通办 窗口工作台</translation>
        </message>
        <message>
            <source>d MMMM, dddd</source>
            <translation>M月d日 dddd</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
    </context>
    <context>
        <name>DecisionBar</name>
        <message>
            <source>Refuse</source>
            <translation>不予受理</translation>
        </message>
        <message>
            <source>Sending …</source>
            <translation>正在发送…</translation>
        </message>
        <message>
            <source>The applicant is told at once</source>
            <translation>决定后，申请人马上看到</translation>
        </message>
        <message>
            <source>Tell once what is missing</source>
            <translation>一次告知，请补正</translation>
        </message>
    </context>
    <context>
        <name>DeskBoard</name>
        <message>
            <source>Device desk</source>
            <translation>设备台</translation>
        </message>
        <message>
            <source>That did not work: %1</source>
            <translation>没办成：%1</translation>
        </message>
        <message>
            <source>Nothing here is real. Touch it as you would touch the machine.</source>
            <translation>这里的机器都是模拟的，像真的一样动手就行。</translation>
        </message>
    </context>
    <context>
        <name>DeskWindow</name>
        <message>
            <source>Device desk</source>
            <translation>设备台</translation>
        </message>
    </context>
    <context>
        <name>DocumentViewer</name>
        <message>
            <source>seen</source>
            <translation>看过</translation>
        </message>
        <message>
            <source>not seen yet</source>
            <translation>没看</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Where this case is</source>
            <translation>这件事走到哪了</translation>
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
        <name>FormModel</name>
        <message>
            <source>Please look this over</source>
            <translation>请看一遍</translation>
        </message>
        <message>
            <source>page %1 of %2</source>
            <translation>第 %1 页，共 %2 页</translation>
        </message>
        <message>
            <source>Please fill this in</source>
            <translation>这一项请填上</translation>
        </message>
        <message>
            <source>“%1” is still empty</source>
            <translation>“%1”还没填</translation>
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
        <name>GuideModel</name>
        <message>
            <source>Who</source>
            <translation>谁能办</translation>
        </message>
        <message>
            <source>How long</source>
            <translation>多久</translation>
        </message>
        <message>
            <source>by law %1</source>
            <translation>法定 %1</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>不收费</translation>
        </message>
        <message>
            <source>%1 yuan</source>
            <translation>%1 元</translation>
        </message>
        <message>
            <source>Trips</source>
            <translation>跑几趟</translation>
        </message>
        <message numerus="yes">
            <source>%n trip(s)</source>
            <translation>
                <numerusform>%n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 papers; %2 of them you need not hand in</source>
            <translation>要 %1 份材料，%2 份不用您交</translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>约 %n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>%1. Nearest: %2, %3</source>
            <translation>%1。最近能办的地方：%2，%3</translation>
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
        <name>HallScreens</name>
        <message>
            <source>extend my residence permit</source>
            <translation>续居住证</translation>
        </message>
        <message>
            <source>permit expired</source>
            <translation>居住证过期了</translation>
        </message>
        <message>
            <source>water bill</source>
            <translation>查水费</translation>
        </message>
        <message>
            <source>Tickets are given at the entrance</source>
            <translation>在门口取号</translation>
        </message>
        <message>
            <source>Coming soon</source>
            <translation>还没开通</translation>
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
        <name>IdentifyModel</name>
        <message>
            <source>It could not be read</source>
            <translation>没读出来</translation>
        </message>
        <message>
            <source>Please lay the card flat and try again.</source>
            <translation>请放平再试。</translation>
        </message>
        <message>
            <source>The card left too early</source>
            <translation>拿开得早了一点</translation>
        </message>
        <message>
            <source>Please lay it down again and wait for the tone.</source>
            <translation>请再放上去，听到“滴”再拿。</translation>
        </message>
        <message>
            <source>This is not an ID card</source>
            <translation>这不是身份证</translation>
        </message>
        <message>
            <source>Please lay your resident ID card on the green light.</source>
            <translation>请把居民身份证放在绿灯处。</translation>
        </message>
        <message>
            <source>This machine does not know this kind of card</source>
            <translation>这台机器不认识这种证</translation>
        </message>
        <message>
            <source>Please choose another way below, or call somebody.</source>
            <translation>请在下面选别的办法，或者叫人帮忙。</translation>
        </message>
        <message>
            <source>The card is past its validity</source>
            <translation>身份证过了有效期</translation>
        </message>
        <message>
            <source>You can still look up guides and progress here. For this matter please go to counter A.</source>
            <translation>看指南、查进度照样可以。办这件事请到 A 区窗口。</translation>
        </message>
        <message>
            <source>This is another person's card</source>
            <translation>这是另一个人的身份证</translation>
        </message>
        <message>
            <source>This visit was begun with a different card. Please call somebody to help.</source>
            <translation>这次是用另一张证开始的。请叫人帮忙。</translation>
        </message>
        <message>
            <source>The card reader is not working</source>
            <translation>读卡器暂时用不了</translation>
        </message>
        <message>
            <source>What you answered is kept. Please choose another way below, or call somebody.</source>
            <translation>您答的都在。请在下面选别的办法，或者叫人帮忙。</translation>
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
        <name>IneligiblePage</name>
        <message>
            <source>Possible from %1 on</source>
            <translation>%1起可以办</translation>
        </message>
        <message>
            <source>Come back then, nothing is kept here until that day.</source>
            <translation>到那天再来就行，这里不留您的信息。</translation>
        </message>
        <message>
            <source>What you can do now</source>
            <translation>现在可以这样做</translation>
        </message>
        <message>
            <source>The rule</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>回首页</translation>
        </message>
        <message>
            <source>Ask somebody</source>
            <translation>问问人</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Take it along</source>
            <translation>打印带走</translation>
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
        <name>KioskModel</name>
        <message>
            <source>Good morning,
what would you like to do today?</source>
            <translation>上午好，
今天想办什么事？</translation>
        </message>
        <message>
            <source>Good afternoon,
what would you like to do today?</source>
            <translation>下午好，
今天想办什么事？</translation>
        </message>
        <message>
            <source>Good evening,
what would you like to do today?</source>
            <translation>晚上好，
今天想办什么事？</translation>
        </message>
        <message>
            <source>This was handed in already</source>
            <translation>这份已经交过了</translation>
        </message>
        <message>
            <source>It could not be stored</source>
            <translation>没能存下来</translation>
        </message>
        <message>
            <source>It could not be handed in</source>
            <translation>没能交上去</translation>
        </message>
        <message>
            <source>What you handed in before is kept.</source>
            <translation>您之前交的都在。</translation>
        </message>
        <message>
            <source>Nothing was handed in. What you filled in is still here.</source>
            <translation>什么都没有交出去，您填的还在。</translation>
        </message>
        <message>
            <source>Please call somebody, this machine needs help.</source>
            <translation>请叫人来，这台机器要修。</translation>
        </message>
        <message>
            <source>Please try again, or call somebody.</source>
            <translation>请再试一次，或者叫人帮您。</translation>
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
        <name>KioskWindow</name>
        <message>
            <source>Tongban</source>
            <translation>通办</translation>
        </message>
        <message>
            <source>Leave now?</source>
            <translation>要退出吗？</translation>
        </message>
        <message>
            <source>What you filled in is erased.</source>
            <translation>填好的会清掉。</translation>
        </message>
        <message>
            <source>Go on here</source>
            <translation>接着办</translation>
        </message>
        <message>
            <source>Leave and erase</source>
            <translation>退出，清掉</translation>
        </message>
    </context>
    <context>
        <name>LoginPage</name>
        <message>
            <source>Tongban</source>
            <translation>通办</translation>
        </message>
        <message>
            <source>Counter workstation · %1</source>
            <translation>窗口工作台 · %1</translation>
        </message>
        <message>
            <source>One trip fewer for people
is in your hands here.</source>
            <translation>群众少跑一趟，
都在您手上这一步。</translation>
        </message>
        <message>
            <source>Welcome, please sign in</source>
            <translation>您好，请登录</translation>
        </message>
        <message>
            <source>Staff number</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Six digits from your token</source>
            <translation>动态码（6 位）</translation>
        </message>
        <message>
            <source>Signing in …</source>
            <translation>正在登录…</translation>
        </message>
        <message>
            <source>Sign in and start</source>
            <translation>登录，开始接待</translation>
        </message>
        <message>
            <source>Locks by itself after 3 minutes. %1</source>
            <translation>离开 3 分钟自动锁屏。%1</translation>
        </message>
    </context>
    <context>
        <name>MachinePlace</name>
        <message>
            <source>unplugged</source>
            <translation>没插上</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>没有回应</translation>
        </message>
        <message>
            <source>no paper</source>
            <translation>没纸了</translation>
        </message>
        <message>
            <source>paper low</source>
            <translation>纸不多了</translation>
        </message>
        <message>
            <source>cover open</source>
            <translation>盖子开着</translation>
        </message>
        <message>
            <source>jammed</source>
            <translation>卡纸了</translation>
        </message>
        <message>
            <source>cutter jammed</source>
            <translation>切刀卡了</translation>
        </message>
        <message>
            <source>no toner</source>
            <translation>没墨粉了</translation>
        </message>
        <message>
            <source>self-test failed</source>
            <translation>自检没过</translation>
        </message>
        <message>
            <source>not authorised</source>
            <translation>没有授权</translation>
        </message>
        <message>
            <source>not on this machine</source>
            <translation>这台没装</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>not ready</source>
            <translation>没准备好</translation>
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
        <name>MaterialsModel</name>
        <message numerus="yes">
            <source>%n paper(s) you need not hand in</source>
            <translation>
                <numerusform>%n 份不用您交</numerusform>
            </translation>
        </message>
        <message>
            <source>fetched</source>
            <translation>已调取</translation>
        </message>
        <message>
            <source>four corners</source>
            <translation>四角都在</translation>
        </message>
        <message>
            <source>sharp</source>
            <translation>看得清楚</translation>
        </message>
        <message>
            <source>no glare</source>
            <translation>没有反光</translation>
        </message>
        <message>
            <source>bright enough</source>
            <translation>够亮</translation>
        </message>
        <message>
            <source>Taking the picture, please hold still</source>
            <translation>正在拍，别动</translation>
        </message>
        <message>
            <source>Lay the paper under the camera</source>
            <translation>把材料放到镜头下</translation>
        </message>
        <message>
            <source>Good, hold still for a moment</source>
            <translation>很好，别动</translation>
        </message>
        <message>
            <source>Lay the whole page on the dark mat</source>
            <translation>把整页放在深色垫上</translation>
        </message>
        <message>
            <source>A corner is outside, move it a little</source>
            <translation>有个角在外面，挪一挪</translation>
        </message>
        <message>
            <source>A little nearer, please</source>
            <translation>再近一点</translation>
        </message>
        <message>
            <source>A bit blurred, hold still</source>
            <translation>有点糊，拿稳一点</translation>
        </message>
        <message>
            <source>A bit of glare, move it to the left</source>
            <translation>有点反光，往左挪一挪</translation>
        </message>
        <message>
            <source>A bit dark, switch on the lamp</source>
            <translation>有点暗，开一下灯</translation>
        </message>
        <message>
            <source>page %1</source>
            <translation>第 %1 页</translation>
        </message>
        <message>
            <source>Take it here</source>
            <translation>在这里拍</translation>
        </message>
        <message>
            <source>Promise in writing</source>
            <translation>签承诺书</translation>
        </message>
        <message>
            <source>Bring it later</source>
            <translation>回头补</translation>
        </message>
        <message>
            <source>Hand in the original at the counter</source>
            <translation>原件交到窗口</translation>
        </message>
        <message>
            <source>The camera of this machine is not working</source>
            <translation>这台机器的拍摄台坏了</translation>
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
        <name>NavigationRail</name>
        <message>
            <source>To do</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>在办</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>查件</translation>
        </message>
        <message>
            <source>Handbook</source>
            <translation>办事手册</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁屏</translation>
        </message>
    </context>
    <context>
        <name>NoticeComposer</name>
        <message>
            <source>Say once what is missing</source>
            <translation>一次告知，请补正</translation>
        </message>
        <message>
            <source>A case may be told only once. Write everything, and how it will be right. The clock stops when sent.</source>
            <translation>这件事只能告知一次。请把要补的都写上，写明怎样算合格。发出后停止计时。</translation>
        </message>
        <message>
            <source>To be handed in by %1</source>
            <translation>最晚补到 %1</translation>
        </message>
        <message>
            <source>I have read all %1 papers; besides these nothing is missing</source>
            <translation>我已逐项看完 %1 份材料，除以上外没有别的要补</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Sending …</source>
            <translation>正在发送…</translation>
        </message>
        <message>
            <source>Send to the applicant</source>
            <translation>发给申请人</translation>
        </message>
        <message>
            <source>Choose what is missing, say why and how to mend it, and confirm that you read everything</source>
            <translation>请选要补的，写明问题和怎么补，并确认都看过了</translation>
        </message>
    </context>
    <context>
        <name>NoticeItem</name>
        <message>
            <source>What is the problem</source>
            <translation>问题是什么</translation>
        </message>
        <message>
            <source>What the applicant should do</source>
            <translation>请申请人怎么做</translation>
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
        <name>PagesPlace</name>
        <message>
            <source>Prints well</source>
            <translation>打得好</translation>
        </message>
        <message>
            <source>Tray empty</source>
            <translation>纸盒空</translation>
        </message>
        <message>
            <source>Paper jam</source>
            <translation>卡纸</translation>
        </message>
        <message>
            <source>Door open</source>
            <translation>门开着</translation>
        </message>
        <message>
            <source>Toner low</source>
            <translation>墨粉少</translation>
        </message>
        <message>
            <source>Toner out</source>
            <translation>没墨粉</translation>
        </message>
        <message>
            <source>Page printer</source>
            <translation>文件打印机</translation>
        </message>
        <message>
            <source>Nothing printed yet</source>
            <translation>还没有打印</translation>
        </message>
        <message>
            <source>%1 documents printed</source>
            <translation>打了 %1 份文件</translation>
        </message>
    </context>
    <context>
        <name>PaperPlace</name>
        <message>
            <source>Document camera</source>
            <translation>高拍仪</translation>
        </message>
        <message>
            <source>Take the sheet away</source>
            <translation>把纸拿走</translation>
        </message>
        <message>
            <source>Nothing under the camera</source>
            <translation>镜头下没有东西</translation>
        </message>
    </context>
    <context>
        <name>PhonePreview</name>
        <message>
            <source>%1 will see</source>
            <translation>%1会看到</translation>
        </message>
        <message>
            <source>Tongban</source>
            <translation>通办</translation>
        </message>
        <message numerus="yes">
            <source>One step left: %n thing(s) to add</source>
            <translation>
                <numerusform>还差一步：补 %n 样东西</numerusform>
            </translation>
        </message>
        <message>
            <source>Hand it in by %1; you need not queue again.</source>
            <translation>%1前补齐就好，不用重新排队。</translation>
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
        <name>PlugSwitch</name>
        <message>
            <source>Pull the plug: %1</source>
            <translation>拔掉插头：%1</translation>
        </message>
        <message>
            <source>Plug in again: %1</source>
            <translation>插回去：%1</translation>
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
        <name>QuestionModel</name>
        <message>
            <source>Not sure yet</source>
            <translation>还没想好</translation>
        </message>
        <message>
            <source>%1, nothing to hand in</source>
            <translation>%1，什么也不用交</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n paper(s) to hand in</source>
            <translation>
                <numerusform>%1，要交 %n 份材料</numerusform>
            </translation>
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
        <name>QueuePage</name>
        <message>
            <source>Nothing here</source>
            <translation>这里没有</translation>
        </message>
        <message>
            <source>All done</source>
            <translation>都办完了</translation>
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
        <name>ReceiptModel</name>
        <message>
            <source>Handed in, %1</source>
            <translation>交上去了，%1</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>Stored safely here; sent as soon as the network is back.</source>
            <translation>已封存在这台机器，网络一通就送出。</translation>
        </message>
        <message>
            <source>We take it from here. You need not queue again.</source>
            <translation>接下来交给我们，您不用再排队。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>凭证编号</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>At the latest</source>
            <translation>最晚办完</translation>
        </message>
        <message>
            <source>Look-up code</source>
            <translation>查询码</translation>
        </message>
        <message>
            <source>You handed it in</source>
            <translation>您已提交</translation>
        </message>
        <message>
            <source>Done at the latest</source>
            <translation>最晚这天办完</translation>
        </message>
        <message>
            <source>Identity and answers</source>
            <translation>身份证和填写</translation>
        </message>
        <message>
            <source>Receipt on the screen</source>
            <translation>屏幕上的凭证</translation>
        </message>
        <message>
            <source>Pictures of papers</source>
            <translation>材料照片</translation>
        </message>
        <message>
            <source>Handwriting</source>
            <translation>手写签名</translation>
        </message>
        <message>
            <source>Typed text</source>
            <translation>输入的文字</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <source>Print files</source>
            <translation>打印文件</translation>
        </message>
        <message>
            <source>Hosted pages</source>
            <translation>部门网页</translation>
        </message>
        <message>
            <source>Camera picture</source>
            <translation>镜头画面</translation>
        </message>
        <message>
            <source>ID card</source>
            <translation>身份证</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Originals</source>
            <translation>原件</translation>
        </message>
        <message>
            <source>%1 once accepted</source>
            <translation>受理后 %1内</translation>
        </message>
        <message>
            <source>Added, %1</source>
            <translation>补上了，%1</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>刚才</translation>
        </message>
        <message>
            <source>You added what was missing</source>
            <translation>您补了材料</translation>
        </message>
        <message>
            <source>The clerk goes on with it.</source>
            <translation>经办人接着办。</translation>
        </message>
        <message>
            <source>counted from acceptance</source>
            <translation>从受理那天算起</translation>
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
        <message>
            <source>We cannot tell whether it came out whole. Please look in the slot; print again only if it is missing</source>
            <translation>说不准有没有打完整。请看看出纸口，没有再补打</translation>
        </message>
        <message>
            <source>Printed again, marked as copy %1. Please take it from the slot below the screen</source>
            <translation>已补打（第 %1 次）。请在屏幕下方的出纸口取走</translation>
        </message>
    </context>
    <context>
        <name>RefusalDialog</name>
        <message>
            <source>Why can this not be done?</source>
            <translation>为什么不能受理？</translation>
        </message>
        <message>
            <source>Reason, in words the applicant understands</source>
            <translation>理由，用申请人看得懂的话</translation>
        </message>
        <message>
            <source>Clause it rests on</source>
            <translation>依据哪一条</translation>
        </message>
        <message>
            <source>The notice also says where and until when the applicant can object.</source>
            <translation>通知书会写明到哪里、什么时候前可以申诉。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Refuse with this reason</source>
            <translation>按这个理由不予受理</translation>
        </message>
        <message>
            <source>Reason and clause are both needed</source>
            <translation>理由和依据都要写</translation>
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
        <name>SearchModel</name>
        <message>
            <source>free</source>
            <translation>不收费</translation>
        </message>
        <message>
            <source>with a fee</source>
            <translation>要收费</translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>约 %n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>free, but for some cases</source>
            <translation>多数情形不收费</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>解答</translation>
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
        <name>SlotPlace</name>
        <message>
            <source>Bank card</source>
            <translation>银行卡</translation>
        </message>
        <message>
            <source>Smart card slot</source>
            <translation>社保卡槽</translation>
        </message>
        <message>
            <source>Pull the card out</source>
            <translation>把卡拔出来</translation>
        </message>
        <message>
            <source>The slot is empty</source>
            <translation>卡槽是空的</translation>
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
        <name>TicketPlace</name>
        <message>
            <source>Prints well</source>
            <translation>打得好</translation>
        </message>
        <message>
            <source>Paper low</source>
            <translation>纸不多</translation>
        </message>
        <message>
            <source>Paper out</source>
            <translation>没纸</translation>
        </message>
        <message>
            <source>Cover open</source>
            <translation>开盖</translation>
        </message>
        <message>
            <source>Cutter jams</source>
            <translation>切刀卡住</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>没反应</translation>
        </message>
        <message>
            <source>Receipt printer</source>
            <translation>凭条打印机</translation>
        </message>
        <message>
            <source>Tear the ticket off</source>
            <translation>把凭条撕下来</translation>
        </message>
        <message>
            <source>No ticket hangs here</source>
            <translation>还没有凭条</translation>
        </message>
        <message>
            <source>%1 tickets</source>
            <translation>%1 张凭条</translation>
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
        <name>VerifyModel</name>
        <message>
            <source>Number</source>
            <translation>凭证编号</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>机器</translation>
        </message>
        <message>
            <source>key %1</source>
            <translation>密钥 %1</translation>
        </message>
        <message>
            <source>You handed it in</source>
            <translation>您已提交</translation>
        </message>
        <message>
            <source>One more paper is wanted</source>
            <translation>要补一份材料</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>办完了</translation>
        </message>
        <message>
            <source>Arrived at the centre</source>
            <translation>已送到</translation>
        </message>
        <message>
            <source>Waits here for the network</source>
            <translation>等网络，送出中</translation>
        </message>
        <message>
            <source>Now at “%1”</source>
            <translation>办到“%1”了</translation>
        </message>
        <message>
            <source>Please bring one more thing</source>
            <translation>请补一样东西</translation>
        </message>
        <message>
            <source>Open the receipt on your phone to see what, or ask at a counter.</source>
            <translation>用手机打开凭证看要补什么，或到窗口问。</translation>
        </message>
        <message>
            <source>Your paper is on its way</source>
            <translation>补的材料已经收好</translation>
        </message>
        <message>
            <source>The clerk goes on as soon as it arrives.</source>
            <translation>送到以后，经办人马上接着办。</translation>
        </message>
        <message>
            <source>Please add: %1</source>
            <translation>请补：%1</translation>
        </message>
        <message>
            <source>With your ID card, here and now; about 2 minutes.</source>
            <translation>带着身份证，现在就能补，大约 2 分钟。</translation>
        </message>
        <message>
            <source>Add it here</source>
            <translation>现在就补</translation>
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
        <name>VisitScreens</name>
        <message>
            <source>Other cards, or for somebody else</source>
            <translation>港澳台、外国人，或替家人办</translation>
        </message>
        <message>
            <source>a colleague comes to you</source>
            <translation>叫工作人员过来</translation>
        </message>
        <message>
            <source>Papers you need not hand in</source>
            <translation>不用您交的材料</translation>
        </message>
        <message>
            <source>: </source>
            <translation>：</translation>
        </message>
        <message>
            <source>All here, hand it in</source>
            <translation>齐了，交上去</translation>
        </message>
        <message>
            <source>All here, go and check</source>
            <translation>都齐了，去核对</translation>
        </message>
        <message>
            <source>Only take my list along</source>
            <translation>只带走清单</translation>
        </message>
        <message>
            <source>without a card, nothing is kept</source>
            <translation>不用刷证，不留信息</translation>
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
    <context>
        <name>Wording</name>
        <message>
            <source> and </source>
            <translation>和</translation>
        </message>
        <message>
            <source>Because you said %1.</source>
            <translation>因为您说%1。</translation>
        </message>
        <message>
            <source>With “%1” it would not be needed.</source>
            <translation>选“%1”就不用了。</translation>
        </message>
        <message>
            <source>With “%1” there would be nothing to hand in.</source>
            <translation>选“%1”就不用您交。</translation>
        </message>
        <message>
            <source>You get it from: %1</source>
            <translation>到这里开：%1</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>今天 %1</translation>
        </message>
    </context>
    <context>
        <name>tongban::desk::DeskModel</name>
        <message>
            <source>My receipt</source>
            <translation>我的凭证</translation>
        </message>
        <message>
            <source>Health insurance code</source>
            <translation>医保码</translation>
        </message>
        <message>
            <source>A shop&apos;s code</source>
            <translation>商店的码</translation>
        </message>
        <message>
            <source>Laid well</source>
            <translation>放好了</translation>
        </message>
        <message>
            <source>Shaken</source>
            <translation>手抖了</translation>
        </message>
        <message>
            <source>Lamp on it</source>
            <translation>反光</translation>
        </message>
        <message>
            <source>Over the edge</source>
            <translation>出了边</translation>
        </message>
    </context>
    <context>
        <name>AnswerCard</name>
        <message>
            <source>Source: %1</source>
            <translation>出处：%1</translation>
        </message>
        <message>
            <source>Start: %1</source>
            <translation>去办：%1</translation>
        </message>
        <message>
            <source>Read all of it</source>
            <translation>看全文</translation>
        </message>
    </context>
    <context>
        <name>ChecklistPage</name>
        <message>
            <source>Your list to take along</source>
            <translation>带走的清单</translation>
        </message>
        <message>
            <source>Made from your answers. Nothing about you is in it, and nothing is kept here.</source>
            <translation>按您的回答列出。里面没有您的个人信息，机器也不留。</translation>
        </message>
        <message>
            <source>Code with this list</source>
            <translation>清单二维码</translation>
        </message>
        <message>
            <source>Scan it with your phone: the list itself is in the code, no network and no login needed.</source>
            <translation>手机扫一扫，清单就在码里，不用联网，不用登录。</translation>
        </message>
        <message>
            <source>The list is being printed; take it from the slot below the screen</source>
            <translation>正在打印清单，请在屏幕下方出口取走</translation>
        </message>
        <message>
            <source>Printed. Please take it from the slot below the screen</source>
            <translation>打好了，请在屏幕下方出口取走</translation>
        </message>
        <message>
            <source>Printing does not work. Scan the code, or call someone</source>
            <translation>打印不了。扫码带走，或者叫人帮忙</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>叫人帮忙</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>ChecklistModel</name>
        <message>
            <source>Not possible yet</source>
            <translation>现在还办不了</translation>
        </message>
        <message>
            <source>To bring along</source>
            <translation>要准备</translation>
        </message>
        <message>
            <source>You need not hand in</source>
            <translation>不用您交</translation>
        </message>
        <message>
            <source>How long it takes</source>
            <translation>多久</translation>
        </message>
        <message>
            <source>What it costs</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Where to go</source>
            <translation>去哪里</translation>
        </message>
    </context>
</TS>
