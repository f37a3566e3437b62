using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests;

/// <summary>Valid values.</summary>
public static class Some
{
    public const string KmsKeyArn = "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

    public const string TopicArn = "arn:aws:sns:us-east-1:111122223333:pki";

    public const string CaArn = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/5f6e7d8c-9b0a-4123-8456-789abcdef012";

    /// <summary>A day on which every certificate of the repository can be registered.</summary>
    public static DateTimeOffset Today => new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    public static string RepositoryFolder => Repository.Find(AppContext.BaseDirectory);

    public static EnvironmentFile Environments => new(RepositoryFolder);

    /// <summary>The settings of environment <c>local</c>.</summary>
    public static EnvironmentSettings Settings => Environments.Read("local");

    /// <summary>The document of an environment; <c>local</c> names little more than what is required.</summary>
    public static JsonObject Document(string environment = "local") =>
        (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder, "environments", $"{environment}.json")))!;

    public static JsonObject Dns(string recordName = "crl", string zoneName = "corp.example.com") => new()
    {
        ["zoneName"] = zoneName,
        ["hostedZoneId"] = "Z0123456789ABCDEFGHIJ",
        ["recordName"] = recordName,
    };
}
