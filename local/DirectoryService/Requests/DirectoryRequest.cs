using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Local.Endpoint;

namespace Infra.Local.DirectoryService.Requests;

/// <summary>Reads the members of a request against the limits of the service model.</summary>
/// <param name="members">The request document, or a structure in it.</param>
/// <param name="operation">Whose request; each operation models its own errors.</param>
public sealed class DirectoryRequest(JsonObject members, string operation)
{
    private string InvalidCode => RequestErrors.InvalidParameter(operation);

    /// <summary>A bad parameter, by the name that this operation models.</summary>
    public AwsException Invalid(string message) => new(InvalidCode, message);

    public AwsException InvalidToken() => new(
        RequestErrors.InvalidNextToken(operation), "The NextToken is not one of this list; start again without it.");

    public string? Text(string name, int minimum, int maximum, string? pattern = null)
    {
        if (Scalar(name) is not { } text)
        {
            return null;
        }

        if (text.Length < minimum || text.Length > maximum)
        {
            throw Invalid($"{name} has {text.Length} characters; it must have {minimum} to {maximum}.");
        }

        return pattern is null || Regex.IsMatch(text, pattern)
            ? text
            : throw Invalid($"{name} is '{text}'; it must match {pattern}.");
    }

    public string RequiredText(string name, int minimum, int maximum, string? pattern = null) =>
        Text(name, minimum, maximum, pattern) ?? throw Invalid($"{name} is missing.");

    /// <summary>One of the names of an enumeration.</summary>
    public T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Scalar(name) is not { } text)
        {
            return null;
        }

        return Enum.GetNames<T>().Contains(text)
            ? Enum.Parse<T>(text)
            : throw Invalid($"{name} is '{text}'; it must be {string.Join(" or ", Enum.GetNames<T>())}.");
    }

    public T RequiredOneOf<T>(string name)
        where T : struct, Enum => OneOf<T>(name) ?? throw Invalid($"{name} is missing.");

    public int? Number(string name, int minimum, int maximum)
    {
        if (Scalar(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum
                ? number
                : throw Invalid($"{name} is {text}; it must be a whole number from {minimum} to {maximum}.");
    }

    public DirectoryRequest? Structure(string name) => members[name] switch
    {
        null => null,
        JsonObject document => new DirectoryRequest(document, operation),
        _ => throw WrongType(name, "a structure"),
    };

    /// <summary>Null when the member is absent; an empty list is another thing.</summary>
    public IReadOnlyList<string>? Texts(string name) => members[name] switch
    {
        null => null,
        JsonArray list => [.. list.Select(item => item?.ToString() ?? string.Empty)],
        _ => throw WrongType(name, "a list"),
    };

    private string? Scalar(string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number => value.ToString(),
        _ => throw WrongType(name, "a single value"),
    };

    private static AwsException WrongType(string name, string expected) =>
        new("SerializationException", $"The member '{name}' must be {expected}.");
}
