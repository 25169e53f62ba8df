package io.bihuan.hazard.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks through the XML of a workbook's part. Names are without their namespaces, of which there are two editions. */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();
    private static final Set<String> RUNS = Set.of("t", "rPh");

    private final XMLStreamReader reader;

    Xml(InputStream in) throws XMLStreamException {
        reader = FACTORY.createXMLStreamReader(in);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes to the next start of one of the elements and names it; null where the end of another comes first, or none. */
    @Nullable
    String next(Set<String> wanted, String end) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && wanted.contains(reader.getLocalName())) {
                return reader.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(end)) {
                return null;
            }
        }
        return null;
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of the element that has just begun, up to its end. */
    String text() throws XMLStreamException {
        return reader.getElementText();
    }

    /** The text of a string item: all its runs, without the pronunciation that some of them carry. */
    String richText(String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (String part = next(RUNS, end); part != null; part = next(RUNS, end)) {
            if (part.equals("t")) {
                text.append(text());
            } else {
                next(Set.of(), "rPh");
            }
        }
        return EscapedText.read(text.toString());
    }
}
