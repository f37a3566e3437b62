using System.Xml;

namespace Infra.Local.S3.Protocol;

/// <summary>Object keys inside XML, which cannot carry every character that a key may have.</summary>
public static class XmlKey
{
    /// <summary>The key itself where XML can carry it, else percent-encoded.</summary>
    public static string Encode(string key)
    {
        try
        {
            return XmlConvert.VerifyXmlChars(key);
        }
        catch (XmlException)
        {
            return Uri.EscapeDataString(key);
        }
    }

    /// <summary>A key in a listing, as the request's <c>encoding-type</c> wants it.</summary>
    public static string Encode(string key, string? encodingType) =>
        encodingType == "url" ? Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal) : Encode(key);
}
