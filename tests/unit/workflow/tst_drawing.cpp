// Drawings: what is drawn for which element, our layout where the file has none, the SVG.
#include "services/core/xml_tree.h"
#include "services/workflow/figure.h"
#include "tests/unit/workflow/model_xml.h"
#include "tests/unit/workflow/random_case.h"

#include <QtTest>

using namespace tongban;
using namespace tongban::workflow;
using namespace tongban::workflow::test;

namespace {

Definition foreign(const QByteArray& bpmn) {
    auto definition = readForeign(Package::ofProcess(bpmn));
    if (!definition.has_value())
        qFatal("%s", qPrintable(definition.error().detail));
    return std::move(definition).value();
}

const DrawnShape* shapeOf(const Drawing& drawing, const QString& element) {
    for (const DrawnShape& shape : drawing.shapes) {
        if (shape.element == element)
            return &shape;
    }
    return nullptr;
}

QByteArray shape(const QByteArray& element, const QByteArray& bounds,
                 const QByteArray& attributes = {}) {
    return "<di:BPMNShape bpmnElement=\"" + element + "\" " + attributes + "><dc:Bounds " + bounds +
           "/></di:BPMNShape>";
}

// A model with a diagram of these shapes and edges.
QByteArray drawn(const QByteArray& inside, const QByteArray& diagram, const QByteArray& more = {}) {
    QByteArray xml = process(inside, more);
    xml.replace("targetNamespace",
                "xmlns:di=\"http://www.omg.org/spec/BPMN/20100524/DI\" "
                "xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" "
                "xmlns:dd=\"http://www.omg.org/spec/DD/20100524/DI\" targetNamespace");
    xml.replace("</bpmn:definitions>", "<di:BPMNDiagram><di:BPMNPlane>" + diagram +
                                           "</di:BPMNPlane></di:BPMNDiagram></bpmn:definitions>");
    return xml;
}

} // namespace

class TestDrawing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void laidOutNodesDoNotOverlap() {
        for (quint32 seed = 0; seed < 100; ++seed) {
            const Definition definition = foreign(RandomModel(seed).bpmn());
            const Drawing drawing = draw(definition);
            QVERIFY(drawing.laidOut);
            for (const DrawnShape& a : drawing.shapes) {
                const Element& one = definition.element(definition.indexOf(a.element));
                QVERIFY(drawing.box.contains(a.box));
                if (const DrawnShape* holder = shapeOf(drawing, definition.element(one.scope).id);
                    holder != nullptr && one.kind != Kind::BoundaryEvent)
                    QVERIFY2(holder->box.contains(a.box), qPrintable(a.element));
                for (const DrawnShape& b : drawing.shapes) {
                    const Element& other = definition.element(definition.indexOf(b.element));
                    if (one.scope == other.scope && a.element != b.element &&
                        one.kind != Kind::BoundaryEvent && other.kind != Kind::BoundaryEvent)
                        QVERIFY2(!a.box.intersects(b.box), qPrintable(a.element + ' ' + b.element));
                }
            }
        }
    }

    void linesKeepClearOfNodes() {
        const Drawing drawing = draw(foreign(
            process(nodes("startEvent", "s") + nodes("endEvent", "e") +
                    nodes("userTask", "a b c d") + nodes("exclusiveGateway", "x y") +
                    flows("s x a b c y e") + flows("x y") + flows("y x") + flows("x d y"))));
        for (const DrawnEdge& edge : drawing.edges) {
            for (qsizetype i = 1; i < edge.points.size(); ++i) {
                const QPointF from = edge.points.at(i - 1);
                const QPointF to = edge.points.at(i);
                const QRectF line = QRectF(from, to).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
                for (const DrawnShape& node : drawing.shapes) {
                    if (edge.element.startsWith(node.element + '_') ||
                        edge.element.endsWith('_' + node.element))
                        continue;
                    QVERIFY2(!node.box.intersects(line),
                             qPrintable(edge.element + " through " + node.element));
                }
            }
        }
    }

    void whatNoFlowLeadsToStandsAside() {
        const QByteArray inside =
            node("startEvent", "s2", timer("PT1H")) + nodes("endEvent", "e2") + flows("s2 e2");
        const Drawing drawing = draw(foreign(process(
            nodes("startEvent", "s") + nodes("endEvent", "e") + nodes("userTask", "a") +
            flows("s a e") + node("subProcess", "late", inside, "triggeredByEvent=\"true\"") +
            boundary("b", "a", "<bpmn:compensateEventDefinition/>") +
            node("task", "undo", {}, "isForCompensation=\"true\"") +
            "<bpmn:association id=\"as\" sourceRef=\"b\" targetRef=\"undo\"/>")));
        const double below = shapeOf(drawing, "a")->box.bottom();
        QVERIFY(shapeOf(drawing, "late")->box.top() > below);
        QVERIFY(shapeOf(drawing, "undo")->box.top() > below);
        QVERIFY(shapeOf(drawing, "undo")->markers.contains("compensation"));
        QVERIFY(std::any_of(drawing.edges.begin(), drawing.edges.end(), [](const DrawnEdge& edge) {
            return edge.element == "as" && edge.kind == "association";
        }));
    }

    void partsAreOpenWhenTheirInsideIsDrawn() {
        const QByteArray inside = nodes("task", "t");
        const QByteArray parts =
            node("subProcess", "open", inside) + node("subProcess", "shut", nodes("task", "u")) +
            node("callActivity", "called", {}) + node("callActivity", "plain", {});
        const QByteArray diagram = shape("open", "x=\"0\" y=\"0\" width=\"300\" height=\"200\"") +
                                   shape("t", "x=\"50\" y=\"50\" width=\"100\" height=\"80\"") +
                                   shape("shut", "x=\"400\" y=\"0\" width=\"100\" height=\"80\"") +
                                   shape("called", "x=\"600\" y=\"0\" width=\"100\" height=\"80\"",
                                         "isExpanded=\"false\"") +
                                   shape("plain", "x=\"800\" y=\"0\" width=\"100\" height=\"80\"");
        const Drawing drawing = draw(foreign(drawn(parts, diagram)));
        QVERIFY(!drawing.laidOut);
        QVERIFY(shapeOf(drawing, "open")->expanded);
        QVERIFY(!shapeOf(drawing, "open")->markers.contains("collapsed"));
        QVERIFY(shapeOf(drawing, "shut")->markers.contains("collapsed"));
        QVERIFY(shapeOf(drawing, "called")->markers.contains("collapsed"));
        QVERIFY(!shapeOf(drawing, "plain")->markers.contains("collapsed"));
    }

    void poolsAndFlowsBetweenThem() {
        const QByteArray collaboration =
            "<bpmn:collaboration id=\"c\"><bpmn:participant id=\"ours\" name=\"Hall\" "
            "processRef=\"P\"/><bpmn:participant id=\"theirs\" name=\"Citizen\"/>"
            "<bpmn:messageFlow id=\"m\" sourceRef=\"theirs\" targetRef=\"s\"/>"
            "</bpmn:collaboration>";
        const QByteArray diagram =
            shape("ours", "x=\"0\" y=\"100\" width=\"600\" height=\"200\"") +
            shape("theirs", "x=\"0\" y=\"0\" width=\"600\" height=\"60\"") +
            shape("s", "x=\"100\" y=\"180\" width=\"36\" height=\"36\"") +
            "<di:BPMNEdge bpmnElement=\"m\"><dd:waypoint x=\"118\" y=\"60\"/>"
            "<dd:waypoint x=\"118\" y=\"180\"/></di:BPMNEdge>";
        const Drawing drawing =
            draw(foreign(drawn(nodes("startEvent", "s"), diagram, collaboration)));
        QHash<QString, Figure> figures;
        for (const Figure& figure : figuresOf(drawing))
            figures.insert(figure.element, figure);
        QVERIFY(figures.value("ours").words.first().turned);
        QVERIFY(!figures.value("theirs").words.first().turned); // a black box
        const QList<Stroke> flow = figures.value("m").strokes;
        QCOMPARE(flow.first().dash, Dash::Dashed);
        QCOMPARE(flow.at(1).fill, Fill::White);    // hollow head
        QCOMPARE(flow.at(2).path.first().op, 'O'); // circle at its start
    }

    void theSvgIsWellFormedWithoutStyles() {
        QByteArray model =
            process(nodes("startEvent", "s") +
                    node("userTask", "a", {}, "name=\"&lt;b&gt; &amp; &quot;c&quot;\"") +
                    nodes("endEvent", "e") + flows("s a e"));
        Course one{model};
        QVERIFY(one.opens());
        const QByteArray svg = toSvg(draw(one.definition, &one.instance));
        QVERIFY(readXml(svg).has_value());
        QVERIFY(!svg.contains("style"));
        QVERIFY(svg.contains("&lt;b&gt;"));
        QVERIFY(svg.contains("userTask here"));
        QVERIFY(svg.contains(coloursOf(Mark::Here).fill));
    }
};

QTEST_GUILESS_MAIN(TestDrawing)
#include "tst_drawing.moc"
