using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>Cuts a list into the pages that <c>MaxResults</c> and <c>NextToken</c> ask for.</summary>
public static class PageOfItems
{
    /// <summary>Most items on a page; service model, <c>MaxResults</c>.</summary>
    private const int Maximum = 1000;

    /// <exception cref="AwsException"><c>InvalidNextTokenException</c>.</exception>
    public static JsonObject Of(MemberReader reader, string name, IReadOnlyList<JsonObject> items)
    {
        var size = (int)(reader.Number("MaxResults", 1, Maximum) ?? Maximum);
        var start = reader.Text("NextToken") is { } token ? Decode(token) : 0;
        reader.ThrowIfInvalid();
        var answer = new JsonObject { [name] = new JsonArray([.. items.Skip(start).Take(size)]) };
        if (start + size < items.Count)
        {
            answer["NextToken"] = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{start + size}"));
        }

        return answer;
    }

    private static int Decode(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && int.TryParse(Encoding.ASCII.GetString(bytes, 0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                ? start
                : throw new AwsException("InvalidNextTokenException", "The NextToken is not one of this list; start "
                    + "again without it.");
    }
}
