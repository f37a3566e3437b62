using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>The intrinsic functions that are emulated, by the section of a template that may use them.</summary>
internal static class IntrinsicFunctions
{
    /// <summary>In conditions: no resource exists yet when they are decided.</summary>
    public static IReadOnlyDictionary<string, FunctionReader> OfConditions { get; } = new Dictionary<string, FunctionReader>
    {
        ["Ref"] = ReadRef,
        ["Fn::FindInMap"] = ReadFindInMap,
        ["Fn::Join"] = ReadJoin,
        ["Fn::Select"] = ReadSelect,
        ["Fn::Split"] = ReadSplit,
        ["Fn::Sub"] = SubReader.Read,
        ["Fn::Equals"] = (reader, argument, path) => argument is JsonArray { Count: 2 } pair
            ? new EqualsExpression(reader.Read(pair[0], $"{path}[0]"), reader.Read(pair[1], $"{path}[1]"), path)
            : reader.Problem(path, "it takes a list of two values."),
        ["Fn::And"] = (reader, argument, path) => ReadTerms(reader, argument, path, isAll: true),
        ["Fn::Or"] = (reader, argument, path) => ReadTerms(reader, argument, path, isAll: false),
        ["Fn::Not"] = (reader, argument, path) => argument is JsonArray { Count: 1 } single
            ? new NotExpression(reader.Read(single[0], $"{path}[0]"), path)
            : reader.Problem(path, "it takes a list of one condition."),
        ["Condition"] = (reader, argument, path) => Scalar.TextOf(argument) is { } name
            ? new NamedConditionExpression(name, path)
            : reader.Problem(path, "it takes the name of a condition."),
    };

    /// <summary>In rules: what conditions may use, and a function on lists.</summary>
    public static IReadOnlyDictionary<string, FunctionReader> OfRules { get; } = new Dictionary<string, FunctionReader>(OfConditions)
    {
        ["Fn::Contains"] = (reader, argument, path) => argument is JsonArray { Count: 2 } pair
            ? new ContainsExpression(reader.Read(pair[0], $"{path}[0]"), reader.Read(pair[1], $"{path}[1]"), path)
            : reader.Problem(path, "it takes a list of strings and a string."),
    };

    /// <summary>In properties and outputs.</summary>
    public static IReadOnlyDictionary<string, FunctionReader> OfValues { get; } = new Dictionary<string, FunctionReader>
    {
        ["Ref"] = ReadRef,
        ["Fn::GetAtt"] = ReadGetAtt,
        ["Fn::FindInMap"] = ReadFindInMap,
        ["Fn::Join"] = ReadJoin,
        ["Fn::Select"] = ReadSelect,
        ["Fn::Split"] = ReadSplit,
        ["Fn::Sub"] = SubReader.Read,
        ["Fn::If"] = (reader, argument, path) => argument is JsonArray { Count: 3 } triple && Scalar.TextOf(triple[0]) is { } condition
            ? new IfExpression(condition, reader.Read(triple[1], $"{path}[1]"), reader.Read(triple[2], $"{path}[2]"), path)
            : reader.Problem(path, "it takes a list of a condition's name and two values."),
        ["Fn::Base64"] = (reader, argument, path) => new Base64Expression(reader.Read(argument, path), path),
        ["Fn::ImportValue"] = (reader, argument, path) => new ImportValueExpression(reader.Read(argument, path), path),
    };

    private static Expression ReadRef(ExpressionReader reader, JsonNode? argument, string path) => Scalar.TextOf(argument) is { } name
        ? new RefExpression(name, path)
        : reader.Problem(path, "it takes the name of a parameter or the logical id of a resource.");

    private static Expression ReadGetAtt(ExpressionReader reader, JsonNode? argument, string path)
    {
        string?[] names = argument is JsonArray { Count: 2 } pair
            ? [Scalar.TextOf(pair[0]), Scalar.TextOf(pair[1])]
            : [.. Scalar.TextOf(argument)?.Split('.', 2) ?? []];
        return names is [{ } logicalId, { } attribute]
            ? new GetAttExpression(logicalId, attribute, path)
            : reader.Problem(path, "it takes a list of a logical id and an attribute name, both plain strings.");
    }

    private static Expression ReadFindInMap(ExpressionReader reader, JsonNode? argument, string path) => argument is JsonArray { Count: 3 } keys
        ? new FindInMapExpression(
            reader.Read(keys[0], $"{path}[0]"), reader.Read(keys[1], $"{path}[1]"), reader.Read(keys[2], $"{path}[2]"), path)
        : reader.Problem(path, "it takes a list of a mapping's name and two keys.");

    private static Expression ReadJoin(ExpressionReader reader, JsonNode? argument, string path) =>
        argument is JsonArray { Count: 2 } pair && Scalar.TextOf(pair[0]) is { } delimiter
            ? new JoinExpression(delimiter, reader.Read(pair[1], $"{path}[1]"), path)
            : reader.Problem(path, "it takes a list of a delimiter and a list of strings.");

    private static Expression ReadSelect(ExpressionReader reader, JsonNode? argument, string path) => argument is JsonArray { Count: 2 } pair
        ? new SelectExpression(reader.Read(pair[0], $"{path}[0]"), reader.Read(pair[1], $"{path}[1]"), path)
        : reader.Problem(path, "it takes a list of an index and a list.");

    private static Expression ReadSplit(ExpressionReader reader, JsonNode? argument, string path) =>
        argument is JsonArray { Count: 2 } pair && Scalar.TextOf(pair[0]) is { Length: > 0 } delimiter
            ? new SplitExpression(delimiter, reader.Read(pair[1], $"{path}[1]"), path)
            : reader.Problem(path, "it takes a list of a delimiter and a string.");

    private static Expression ReadTerms(ExpressionReader reader, JsonNode? argument, string path, bool isAll) =>
        argument is JsonArray { Count: >= 2 and <= 10 } terms
            ? new AllOrAnyExpression(isAll, reader.ReadList(terms, path).Items, path)
            : reader.Problem(path, "it takes a list of 2 to 10 conditions.");
}
