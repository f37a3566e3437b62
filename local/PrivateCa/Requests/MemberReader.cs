using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Local.Endpoint;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>Reads the members of a request against the limits of the service model and collects every problem.</summary>
/// <remarks>
/// Numbers and booleans may also come as strings: CloudFormation hands scalars of a template over that way, and an SDK
/// cannot send one wrongly.
/// </remarks>
public sealed class MemberReader
{
    private readonly JsonObject _members;
    private readonly string _path;
    private readonly List<string> _problems;

    private MemberReader(JsonObject members, string path, List<string> problems) =>
        (_members, _path, _problems) = (members, path, problems);

    /// <summary>The members as they came.</summary>
    public JsonObject Document => _members;

    public static MemberReader Of(JsonObject request) => new(request, string.Empty, []);

    /// <exception cref="AwsException"><c>ValidationException</c> that lists every problem met so far.</exception>
    public void ThrowIfInvalid()
    {
        if (_problems.Count > 0)
        {
            var errors = _problems.Count == 1 ? "error" : "errors";
            throw new AwsException(
                "ValidationException", $"{_problems.Count} validation {errors} detected: {string.Join("; ", _problems)}");
        }
    }

    public string? Text(string name, int minimum = 0, int maximum = int.MaxValue, string? pattern = null)
    {
        if (Scalar(name) is not { } text)
        {
            return null;
        }

        Check(text.Length >= minimum, name, text, $"Member must have length greater than or equal to {minimum}");
        Check(text.Length <= maximum, name, text, $"Member must have length less than or equal to {maximum}");
        var matches = pattern is null || Regex.IsMatch(text, $@"\A(?:{pattern})\z");
        Check(matches, name, text, $"Member must satisfy regular expression pattern: {pattern}");
        return text;
    }

    public string RequiredText(string name, int minimum = 0, int maximum = int.MaxValue, string? pattern = null) =>
        Required(name, Text(name, minimum, maximum, pattern)) ?? string.Empty;

    public string? OneOf(string name, params IReadOnlyList<string> allowed)
    {
        var text = Scalar(name);
        var isAllowed = text is null || allowed.Contains(text);
        Check(isAllowed, name, text, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");
        return text;
    }

    public string RequiredOneOf(string name, params IReadOnlyList<string> allowed) =>
        Required(name, OneOf(name, allowed)) ?? string.Empty;

    public long? Number(string name, long minimum, long maximum)
    {
        if (Scalar(name) is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw WrongType(name, "a whole number");
        }

        Check(number >= minimum, name, text, $"Member must have value greater than or equal to {minimum}");
        Check(number <= maximum, name, text, $"Member must have value less than or equal to {maximum}");
        return number;
    }

    public long RequiredNumber(string name, long minimum, long maximum) =>
        Required(name, Number(name, minimum, maximum)) ?? minimum;

    public bool? Flag(string name) => Scalar(name) switch
    {
        null => null,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => throw WrongType(name, "a boolean"),
    };

    public bool RequiredFlag(string name) => Required(name, Flag(name)) ?? false;

    /// <summary>Bytes, which travel in base64.</summary>
    public byte[]? Blob(string name, int minimum, int maximum)
    {
        if (Scalar(name) is not { } text)
        {
            return null;
        }

        var buffer = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, buffer, out var length))
        {
            throw WrongType(name, "bytes in base64");
        }

        Check(length >= minimum, name, "<blob>", $"Member must have length greater than or equal to {minimum}");
        Check(length <= maximum, name, "<blob>", $"Member must have length less than or equal to {maximum}");
        return buffer[..length];
    }

    public byte[] RequiredBlob(string name, int minimum, int maximum) => Required(name, Blob(name, minimum, maximum)) ?? [];

    public MemberReader? Structure(string name) => _members[name] switch
    {
        null => null,
        JsonObject document => new MemberReader(document, PathOf(name) + ".", _problems),
        _ => throw WrongType(name, "a structure"),
    };

    public MemberReader RequiredStructure(string name) =>
        Required(name, Structure(name)) ?? new MemberReader([], PathOf(name) + ".", []);

    public IReadOnlyList<MemberReader> Structures(string name, int maximum)
    {
        if (_members[name] is null)
        {
            return [];
        }

        var list = _members[name] as JsonArray ?? throw WrongType(name, "a list");
        Check(list.Count is > 0 && list.Count <= maximum, name, $"[{list.Count} members]", $"Member must have 1 to {maximum} members");
        return [.. list.Select((item, i) => item is JsonObject document
            ? new MemberReader(document, $"{PathOf(name)}.{i + 1}.member.", _problems)
            : throw WrongType(name, "a list of structures"))];
    }

    private string? Scalar(string name) => _members[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is not (JsonValueKind.Object or JsonValueKind.Array) => value.ToString(),
        _ => throw WrongType(name, "a single value"),
    };

    private T Required<T>(string name, T value)
    {
        Check(value is not null, name, null, "Member must not be null");
        return value;
    }

    private void Check(bool holds, string name, string? value, string constraint)
    {
        if (!holds)
        {
            _problems.Add($"Value {(value is null ? "null" : $"'{value}'")} at '{PathOf(name)}' failed to satisfy "
                + $"constraint: {constraint}");
        }
    }

    private AwsException WrongType(string name, string expected) =>
        new("SerializationException", $"The member '{PathOf(name)}' must be {expected}.");

    private string PathOf(string name) => $"{_path}{char.ToLowerInvariant(name[0])}{name[1..]}";
}
