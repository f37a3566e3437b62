using System.Text.Json;

namespace Infra.Bench.Documents;

/// <summary>CloudFormation's request to create one of our custom resources.</summary>
internal static class CustomResourceEvent
{
    private const string Ca = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/01234567-89ab-cdef-0123-456789abcdef";
    private const string ParentCa = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/01234567-89ab-cdef-0123-456789abcde0";

    /// <summary>Properties of each resource, by the name of its function.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Properties = new()
    {
        ["CaRevocation"] = new()
        {
            ["CertificateAuthorityArn"] = Ca, ["CrlBucketName"] = "crl-bucket", ["CustomCname"] = "crl.corp.example.mil",
        },
        ["CaActivation"] = new()
        {
            ["CertificateAuthorityArn"] = Ca, ["ParentCertificateAuthorityArn"] = ParentCa, ["ValidityYears"] = "5",
        },
    };

    /// <summary>Functions there is an event for.</summary>
    public static IReadOnlyList<string> Functions { get; } = [.. Properties.Keys];

    public static byte[] Create(string function, Uri responseUrl) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        RequestType = "Create",
        ResponseURL = responseUrl,
        StackId = "arn:aws:cloudformation:us-east-1:111122223333:stack/bench/01234567-89ab-cdef-0123-456789abcdef",
        RequestId = "01234567-89ab-cdef-0123-456789abcdef",
        ResourceType = $"Custom::{function}",
        LogicalResourceId = function,
        ResourceProperties = Properties[function],
    });
}
