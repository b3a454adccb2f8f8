/// Every command, in the order in which the help lists them. Adding one is one file and one line here.
let allCommands: [any Command.Type] = [
  ServeCommand.self,
  MigrateCommand.self,
  RolesCommand.self,
  FacilitiesLoadCommand.self,
  FacilitiesCheckCommand.self,
  ImportRecordsCommand.self,
  ImportUndoCommand.self,
  ImportListCommand.self,
  DoctorCommand.self,
  AccountInviteCommand.self,
  AccountCodeCommand.self,
  AccountListCommand.self,
  AccountDisableCommand.self,
  SampleCodeCommand.self,
  ConfigCommand.self,
  VersionCommand.self,
]
