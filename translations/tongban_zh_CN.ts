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
        <name>TopBar</name>
        <message>
            <source>Tongban</source>
            <translation>通办</translation>
        </message>
    </context>
</TS>
