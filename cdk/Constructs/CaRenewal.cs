using Amazon.CDK;
using Constructs;
using Infra.Cdk.Configuration;
using Infra.Cdk.Constructs.Alarms;
using Infra.Cdk.Constructs.Events;
using Infra.TrustManager.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>Watches a CA's own certificate every day, and renews it in time where that is asked for.</summary>
public sealed class CaRenewal : Construct
{
    public CaRenewal(Construct scope, string id, CaRenewalProps props)
        : base(scope, id)
    {
        var function = new TrustManagerFunction(this, "Function", new TrustManagerFunctionProps
        {
            Name = TrustManagerVariables.CaRenewal,
            Description = props.Terms.Renews
                ? "Renews the certificate of the certificate authority before it expires."
                : "Watches and publishes the certificate of the certificate authority.",
            PackageFolder = props.PackageFolder,
            Function = props.Function,
            Permissions = CaRenewalPermissions.For(Stack.Of(this), props),
            Variables = Variables(Stack.Of(this), props),
        });
        FunctionName = function.Name;
        _ = new FunctionRule(this, "Daily", new FunctionRuleProps
        {
            Function = function,
            Description = "Looks at the certificate authority's own certificate.",
            Schedule = RunSchedule.Daily,
        });
        _ = new AuthorityAlarms(this, "Alarms", new AuthorityAlarmsProps
        {
            AuthorityArn = props.CertificateAuthorityArn,
            AuthorityId = props.CertificateAuthorityId,
            Name = props.CommonName is { } name ? $"CA \"{name}\"" : $"CA {props.CertificateAuthorityId}",
            Download = $"curl.exe -o ca.cer {props.CaCertificateUrl}",
            Store = Store(props),
            Schedule = RunSchedule.Daily,
            Tells = props.Tells,
        });
    }

    public string FunctionName { get; }

    private static Dictionary<string, string> Variables(Stack stack, CaRenewalProps props)
    {
        var variables = CaRenewalVariables.Of(stack, props);
        if (props.Tells is { } channel)
        {
            variables[TrustManagerVariables.TopicArn] = channel.TopicArn;
        }

        return variables;
    }

    /// <summary>A CA below another must not become a root that everybody trusts.</summary>
    private static string Store(CaRenewalProps props) => props.Terms switch
    {
        { ParentArn: not null } => "SubCA",
        { ValidityYears: not null } => "RootCA",
        _ => "<RootCA, or SubCA for a CA below another>",
    };
}
