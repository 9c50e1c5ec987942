package dev.wavetank.cluster.lab;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Which steps of a process write the ledger: those whose delegate expression is `${ledger}`.
final class LedgerSteps {
    private static final String FLOWABLE = "http://flowable.org/bpmn";

    private LedgerSteps() {}

    /// The ids of these steps; none if the file cannot be read, which the deployment will say better.
    static Set<String> of(byte[] bpmn) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> steps = new TreeSet<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bpmn));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && "${ledger}".equals(reader.getAttributeValue(FLOWABLE, "delegateExpression"))) {
                    steps.add(reader.getAttributeValue(null, "id"));
                }
            }
        } catch (XMLStreamException e) {
            return Set.of();
        }
        return steps;
    }
}
