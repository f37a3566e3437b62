using System.Text;

namespace Amazon.Lambda.Core.Logging;

/// <summary>
/// A message with placeholders. <c>{name}</c> takes the arguments in their order, unless every placeholder is a number
/// (<c>{0}</c>); <c>{name:format}</c> formats; <c>{{</c> and <c>}}</c> are braces.
/// </summary>
internal static class MessageTemplate
{
    /// <summary>The message with its arguments; a placeholder without one stays as it is written.</summary>
    public static string Fill(string template, params object[] args)
    {
        if (string.IsNullOrEmpty(template) || args is null or { Length: 0 })
        {
            return template ?? string.Empty;
        }

        var message = new StringBuilder(template.Length * 2);
        var end = 0;
        foreach (var placeholder in Placeholder.All(template))
        {
            message.Append(Unescaped(template[end..placeholder.Start]));
            message.Append(placeholder.Text(template, args));
            end = placeholder.End;
        }

        return message.Append(Unescaped(template[end..])).ToString();
    }

    /// <summary>Name and value of every placeholder that has an argument.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Properties(string template, object[] args) =>
        string.IsNullOrEmpty(template) || args is null or { Length: 0 }
            ? []
            : from placeholder in Placeholder.All(template)
              where placeholder.Index < args.Length
              select KeyValuePair.Create(placeholder.Name, args[placeholder.Index]);

    private static string Unescaped(string text) =>
        text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
}
