using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.TrustManager.Fingerprints;

namespace Infra.Local.Verification.Checks;

/// <summary>Fits the functions of a changed template to its changed properties, as synthesis would have done.</summary>
internal static class TrustFingerprint
{
    private const string Variable = "TRUST_PROPERTIES_FINGERPRINT";

    /// <summary>Of the function that reads, in the order of its directories.</summary>
    private const string All = "TRUST_PROPERTIES_FINGERPRINTS";

    /// <summary>Stands for the ARN of the deployment's own CA, for which the template has a reference.</summary>
    private const string OwnAuthority = "own";

    /// <summary>Properties that are CloudFormation's.</summary>
    private static readonly string[] Foreign = ["ServiceToken", "ServiceTimeout"];

    public static AssemblyStack Update(AssemblyStack stack, string resourceType)
    {
        var fingerprints = stack.Template["Resources"]!.AsObject()
            .Where(resource => (string?)resource.Value!["Type"] == resourceType)
            .Select(resource => resource.Value!["Properties"]!.AsObject())
            .ToDictionary(properties => (string)properties["DirectoryId"]!, Of);
        return Templates.Change(stack, "AWS::Lambda::Function", function =>
        {
            var variables = function["Environment"]?["Variables"] as JsonObject ?? [];
            if (variables.ContainsKey(Variable))
            {
                variables[Variable] = fingerprints[(string)variables["TRUST_DIRECTORY_ID"]!];
            }

            if (variables.ContainsKey(All))
            {
                var directories = ((string)variables["TRUST_DIRECTORY_IDS"]!).Split(',');
                variables[All] = string.Join(',', directories.Select(id => fingerprints[id]));
            }
        });
    }

    private static string Of(JsonObject properties)
    {
        var written = properties.DeepClone().AsObject();
        foreach (var name in Foreign)
        {
            written.Remove(name);
        }

        var purposes = written.Select(member => member.Value).OfType<JsonObject>();
        foreach (var arns in purposes.Select(purpose => purpose["CertificateAuthorityArns"]).OfType<JsonArray>())
        {
            for (var i = 0; i < arns.Count; i++)
            {
                if (arns[i] is JsonObject)
                {
                    arns[i] = OwnAuthority;
                }
            }
        }

        return PropertiesFingerprint.Of(JsonSerializer.SerializeToElement(written), OwnAuthority);
    }
}
