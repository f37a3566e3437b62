using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3.Protocol;

/// <summary>S3's XML answers.</summary>
public static class S3Xml
{
    /// <summary>Namespace of every answer but errors.</summary>
    public static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>An element with S3's namespace on itself and on children that have none.</summary>
    public static XElement Root(string name, params object?[] content)
    {
        var root = new XElement(name, content);
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = Namespace + element.Name.LocalName;
        }

        return root;
    }

    public static async Task WriteAsync(HttpContext http, XElement document, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.ToString(SaveOptions.DisableFormatting);
        await http.Response.WriteAsync(text, http.RequestAborted);
    }

    /// <summary>A moment as S3 writes it in XML.</summary>
    public static string Timestamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
