using System.Xml;

namespace Infra.TrustManager.Identity;

/// <summary>A response of STS as texts by their place, such as <c>ErrorResponse/Error/Code</c>.</summary>
internal static class StsDocument
{
    /// <summary>Elements that a response may have; STS's own have less than ten.</summary>
    private const int MaxElements = 50;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>
    /// Null for what is not well-formed XML, has a DTD, too many elements, or two texts at one place.
    /// </summary>
    public static IReadOnlyDictionary<string, string>? Find(byte[] document)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var place = new Stack<string>();
        var elements = 0;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document), Settings);
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when ++elements > MaxElements:
                        return null;
                    case XmlNodeType.Element when !reader.IsEmptyElement:
                        place.Push(place.TryPeek(out var above) ? $"{above}/{reader.LocalName}" : reader.LocalName);
                        break;
                    case XmlNodeType.EndElement:
                        place.Pop();
                        break;
                    case XmlNodeType.Text when !texts.TryAdd(place.Peek(), reader.Value):
                        return null;
                }
            }

            return texts;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
