namespace Infra.Local.CloudFormation.Resources.Logs;

/// <summary>What other services need to know of CloudWatch log groups.</summary>
public interface ILogGroups
{
    bool Exists(string name);
}
