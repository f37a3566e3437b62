using System.Text.Json.Nodes;

namespace Infra.Local.Tests.DirectoryService;

/// <summary>What a user of Directory Service does, step by step, over the API.</summary>
internal static class DirectorySteps
{
    public const string SmartCard = "ClientCertAuth";

    public const string Ldaps = "ClientLDAPS";

    public static JsonObject Of(string directoryId, params (string Name, JsonNode? Value)[] members)
    {
        var request = new JsonObject { ["DirectoryId"] = directoryId };
        foreach (var (name, value) in members)
        {
            request[name] = value;
        }

        return request;
    }

    public static JsonObject Registration(
        string? pem = null, string? type = SmartCard, string directoryId = Some.ConnectorId) =>
        type is null
            ? Of(directoryId, ("CertificateData", pem ?? Some.Pem()))
            : Of(directoryId, ("CertificateData", pem ?? Some.Pem()), ("Type", type));

    public static async Task<string> RegisterAsync(
        this DirectoryFixture local,
        string? type = SmartCard,
        string? pem = null,
        string directoryId = Some.ConnectorId) =>
        (await local.CallAsync("RegisterCertificate", Registration(pem, type, directoryId)))!["CertificateId"]!.ToString();

    public static async Task<JsonObject> DescribeAsync(
        this DirectoryFixture local, string certificateId, string directoryId = Some.ConnectorId) =>
        (await local.CallAsync("DescribeCertificate", Of(directoryId, ("CertificateId", certificateId))))!
            ["Certificate"]!.AsObject();

    public static async Task<string> StateAsync(this DirectoryFixture local, string certificateId) =>
        (await local.DescribeAsync(certificateId))["State"]!.ToString();

    public static Task DeregisterAsync(this DirectoryFixture local, string certificateId) =>
        local.CallAsync("DeregisterCertificate", Of(Some.ConnectorId, ("CertificateId", certificateId)));

    public static Task EnableSmartCardAsync(this DirectoryFixture local) =>
        local.CallAsync("EnableClientAuthentication", Of(Some.ConnectorId, ("Type", "SmartCard")));

    public static Task EnableLdapsAsync(this DirectoryFixture local, string directoryId = Some.ConnectorId) =>
        local.CallAsync("EnableLDAPS", Of(directoryId, ("Type", "Client")));

    /// <summary>The first listed setting of a feature; null when none is.</summary>
    public static async Task<JsonObject?> LdapsAsync(this DirectoryFixture local) =>
        (await local.CallAsync("DescribeLDAPSSettings", Of(Some.ConnectorId)))!
            ["LDAPSSettingsInfo"]!.AsArray().FirstOrDefault()?.AsObject();
}
