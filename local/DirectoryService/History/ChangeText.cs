namespace Infra.Local.DirectoryService.History;

/// <summary>Says how two states of a directory differ.</summary>
public static class ChangeText
{
    private const string Nothing = "none";

    public static IEnumerable<string> Between(DirectoryState before, DirectoryState after) =>
    [
        .. Certificates(before, after),
        .. Step("SmartCard", before.SmartCard?.Status, after.SmartCard?.Status),
        .. Step("LDAPS", before.Ldaps?.Status, after.Ldaps?.Status),
        .. Step<DirectoryStage>("Stage", before.Stage, after.Stage),
    ];

    private static IEnumerable<string> Certificates(DirectoryState before, DirectoryState after) => before.Certificates
        .Concat(after.Certificates)
        .Select(certificate => certificate.Id)
        .Distinct()
        .SelectMany(id => Step(Name(id, before, after), before.Find(id)?.State, after.Find(id)?.State));

    private static string Name(string id, DirectoryState before, DirectoryState after)
    {
        var certificate = after.Find(id) ?? before.Find(id)!;
        return $"{certificate.Type} {id} ({certificate.CommonName})";
    }

    private static IEnumerable<string> Step<T>(string name, T? from, T? to)
        where T : struct, Enum =>
        Equals(from, to) ? [] : [$"{name} {Text(from)} → {Text(to)}"];

    private static string Text<T>(T? value)
        where T : struct, Enum => value?.ToString() ?? Nothing;
}
