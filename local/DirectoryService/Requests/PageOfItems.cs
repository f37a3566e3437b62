using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.DirectoryService.Requests;

/// <summary>Cuts a list into the pages that <c>Limit</c> and <c>NextToken</c> ask for.</summary>
public static class PageOfItems
{
    /// <summary>
    /// Most items on a page of certificates or settings, and the size of one without <c>Limit</c>; service model.
    /// </summary>
    private const int Maximum = 50;

    private const string Prefix = "after:";

    public static JsonObject Of(DirectoryRequest request, string name, IReadOnlyList<JsonObject> items) =>
        Of(request, name, items, request.Number("Limit", 1, Maximum) ?? Maximum);

    /// <exception cref="AwsException">The token is not one of ours.</exception>
    public static JsonObject Of(DirectoryRequest request, string name, IReadOnlyList<JsonObject> items, int size)
    {
        var start = request.Text("NextToken", 0, int.MaxValue) is { } token
            ? Decode(token) ?? throw request.InvalidToken()
            : 0;
        var answer = new JsonObject { [name] = new JsonArray([.. items.Skip(start).Take(size)]) };
        if (start + size < items.Count)
        {
            answer["NextToken"] = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Prefix}{start + size}"));
        }

        return answer;
    }

    private static int? Decode(string token)
    {
        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.ASCII.GetString(bytes, 0, length)
            : string.Empty;
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(text[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                ? start
                : null;
    }
}
